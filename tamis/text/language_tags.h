// Tags of languages as documents bear them.
//
// Corpora write one language in many ways (zh-CN, zho_Hans, cmn, Chinese); documents and recipes
// are both brought to one form here, so that they meet.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tamis::text {

// All that guess_language() may give but "und" and the two of Chinese, which is "zh" here: in
// order.
std::span<const std::string_view> language_tags();

// `tag` as documents bear it: BCP 47 with its case ("en-US"), the shortest code of ISO 639
// ("eng_Latn" is "en-Latn") or that of an English name ("English"), Chinese by its script alone:
// "zh-CN" is "zh-Hans", "zh-TW" and "zh-HK" are "zh-Hant", "cmn" is "zh". What is no tag stays as
// it is.
std::string canonical_language_tag(std::string_view tag);

// The tag, or the name of a language, that `word` is most likely a misspelling of.
std::optional<std::string_view> near_language(std::string_view word);

}  // namespace tamis::text
