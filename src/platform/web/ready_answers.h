#pragma once
// Answers that need neither an actor nor the database: a short text for machines, an asset.

#include "platform/assets/assets.h"
#include "platform/http/message.h"

#include <string>
#include <string_view>

namespace web {

http::Response text_response(int status, std::string type, std::string body);
http::Response asset_response(const assets::Asset& asset, std::string_view accepts);

}  // namespace web
