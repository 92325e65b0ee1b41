// SPDX-License-Identifier: Apache-2.0
#include "formats/json_reader.h"

#include <simdjson.h>

#include <new>

namespace verbale {
namespace {

constexpr std::size_t kDepthMax = 1000;

JsonValue text_value(std::string_view text) {
  JsonValue value;
  value.kind = JsonValue::Kind::kString;
  value.string = text;
  return value;
}

JsonValue number_value(double number, std::optional<std::int64_t> integer) {
  JsonValue value;
  value.kind = JsonValue::Kind::kNumber;
  value.number = number;
  value.integer = integer;
  return value;
}

JsonValue value_of(simdjson::dom::element element) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::ARRAY: {
      JsonValue value;
      value.kind = JsonValue::Kind::kArray;
      for (simdjson::dom::element item : simdjson::dom::array(element)) {
        value.items.push_back(value_of(item));
      }
      return value;
    }
    case element_type::OBJECT: {
      JsonValue value;
      value.kind = JsonValue::Kind::kObject;
      for (const simdjson::dom::key_value_pair member : simdjson::dom::object(element)) {
        value.members.push_back({std::string(member.key), value_of(member.value)});
      }
      return value;
    }
    case element_type::STRING:
      return text_value(std::string_view(element));
    case element_type::INT64: {
      const auto integer = std::int64_t(element);
      return number_value(static_cast<double>(integer), integer);
    }
    case element_type::UINT64:
      return number_value(static_cast<double>(std::uint64_t(element)), std::nullopt);
    case element_type::DOUBLE:
      return number_value(double(element), std::nullopt);
    case element_type::BOOL: {
      JsonValue value;
      value.kind = JsonValue::Kind::kBoolean;
      value.boolean = bool(element);
      return value;
    }
    case element_type::NULL_VALUE:
      return {};
  }
  return {};
}

Error trouble_of(simdjson::error_code code) {
  switch (code) {
    case simdjson::UTF8_ERROR:
      return {"", "is not UTF-8", "save it as UTF-8"};
    case simdjson::UNCLOSED_STRING:
      return {"", "is not JSON: a string has no closing quote",
              "write line breaks in a text as \\n and quotes as \\\""};
    case simdjson::UNESCAPED_CHARS:
      return {"", "is not JSON: a string holds a bare line break or control character",
              "write it as \\n or \\u00XX"};
    case simdjson::STRING_ERROR:
      return {"", "is not JSON: a backslash in a string stands before a letter it cannot",
              "write a backslash as \\\\"};
    case simdjson::NUMBER_ERROR:
      return {"", "is not JSON: a number is malformed or too long", "put long numbers in quotes"};
    case simdjson::DEPTH_ERROR:
      return {"", "is nested too deeply", ""};
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return {"", "is too large", ""};
    case simdjson::EMPTY:
      return {"", "is empty", "write one JSON value"};
    default:
      return {"", "is not JSON: a comma, colon, quote or bracket is missing or too many",
              "check it with a JSON checker"};
  }
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  for (const JsonMember& member : members) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

std::string_view JsonValue::text_of(std::string_view name) const {
  const JsonValue* value = find(name);
  return value == nullptr ? std::string_view() : std::string_view(value->string);
}

Result<JsonValue> parse_json(std::string_view text) {
  // One parser for each call keeps no memory of the largest document ever seen. simdjson may throw
  // when memory runs out or a type is asked for wrongly; nothing of it leaves this file.
  try {
    simdjson::dom::parser parser;
    if (parser.allocate(text.size() + simdjson::SIMDJSON_PADDING, kDepthMax) != simdjson::SUCCESS) {
      return trouble_of(simdjson::MEMALLOC);
    }
    simdjson::dom::element element;
    const auto code = parser.parse(text.data(), text.size(), true).get(element);
    if (code != simdjson::SUCCESS) return trouble_of(code);
    return value_of(element);
  } catch (const simdjson::simdjson_error& error) {
    return trouble_of(error.error());
  } catch (const std::bad_alloc&) {
    return trouble_of(simdjson::MEMALLOC);
  }
}

}  // namespace verbale
