// The elements of HTML that Tamis treats apart, and what each means for text.
//
// Everything not listed (custom elements, <span>, <b> ...) is Tag::kOther: an inline element
// without a meaning of its own. Traits follow the rendering section of the WHATWG HTML standard.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tamis::extract {

// X(enumerator, name, traits): one line an element, in alphabetical order.
#define TAMIS_HTML_TAGS(X)                                   \
  X(kA, "a", 0)                                              \
  X(kAddress, "address", kIsBlock)                           \
  X(kArea, "area", kIsVoid)                                  \
  X(kArticle, "article", kIsBlock)                           \
  X(kAside, "aside", kIsBlock)                               \
  X(kAudio, "audio", kIsUnseen)                              \
  X(kBase, "base", kIsVoid)                                  \
  X(kBasefont, "basefont", kIsVoid)                          \
  X(kBgsound, "bgsound", kIsVoid)                            \
  X(kBlockquote, "blockquote", kIsBlock | kEndsSvg)          \
  X(kBody, "body", kIsBlock | kEndsSvg)                      \
  X(kBr, "br", kIsVoid | kEndsSvg)                           \
  X(kButton, "button", kShowsAsBox)                          \
  X(kCanvas, "canvas", kIsUnseen)                            \
  X(kCaption, "caption", kIsBlock)                           \
  X(kCenter, "center", kIsBlock | kEndsSvg)                  \
  X(kCode, "code", kEndsSvg)                                 \
  X(kCol, "col", kIsVoid)                                    \
  X(kDatalist, "datalist", kIsUnseen)                        \
  X(kDd, "dd", kIsBlock | kEndsSvg)                          \
  X(kDetails, "details", kIsBlock)                           \
  X(kDialog, "dialog", kIsBlock)                             \
  X(kDir, "dir", kIsBlock)                                   \
  X(kDiv, "div", kIsBlock | kEndsSvg)                        \
  X(kDl, "dl", kIsBlock | kEndsSvg)                          \
  X(kDt, "dt", kIsBlock | kEndsSvg)                          \
  X(kEmbed, "embed", kIsVoid | kEndsSvg)                     \
  X(kFieldset, "fieldset", kIsBlock)                         \
  X(kFigcaption, "figcaption", kIsBlock)                     \
  X(kFigure, "figure", kIsBlock)                             \
  X(kFooter, "footer", kIsBlock)                             \
  X(kForm, "form", kIsBlock)                                 \
  X(kFrame, "frame", kIsVoid)                                \
  X(kH1, "h1", kIsBlock | kEndsSvg)                          \
  X(kH2, "h2", kIsBlock | kEndsSvg)                          \
  X(kH3, "h3", kIsBlock | kEndsSvg)                          \
  X(kH4, "h4", kIsBlock | kEndsSvg)                          \
  X(kH5, "h5", kIsBlock | kEndsSvg)                          \
  X(kH6, "h6", kIsBlock | kEndsSvg)                          \
  X(kHeader, "header", kIsBlock)                             \
  X(kHgroup, "hgroup", kIsBlock)                             \
  X(kHr, "hr", kIsBlock | kIsVoid | kEndsSvg)                \
  X(kHtml, "html", 0)                                        \
  X(kIframe, "iframe", kIsRawText | kIsUnseen | kShowsAsBox) \
  X(kImg, "img", kIsVoid | kEndsSvg)                         \
  X(kInput, "input", kIsVoid | kShowsAsBox)                  \
  X(kKbd, "kbd", 0)                                          \
  X(kKeygen, "keygen", kIsVoid)                              \
  X(kLabel, "label", kShowsAsBox)                            \
  X(kLegend, "legend", kIsBlock)                             \
  X(kLi, "li", kIsBlock | kEndsSvg)                          \
  X(kLink, "link", kIsVoid)                                  \
  X(kListing, "listing", kIsBlock | kKeepsSpace | kEndsSvg)  \
  X(kMain, "main", kIsBlock)                                 \
  X(kMath, "math", kIsForeign)                               \
  X(kMenu, "menu", kIsBlock | kEndsSvg)                      \
  X(kMeta, "meta", kIsVoid | kEndsSvg)                       \
  X(kNav, "nav", kIsBlock)                                   \
  X(kNoembed, "noembed", kIsRawText | kIsUnseen)             \
  X(kNoframes, "noframes", kIsRawText | kIsUnseen)           \
  X(kNoscript, "noscript", kIsBlock)                         \
  X(kObject, "object", kIsUnseen)                            \
  X(kOl, "ol", kIsBlock | kEndsSvg)                          \
  X(kP, "p", kIsBlock | kEndsSvg)                            \
  X(kParam, "param", kIsVoid)                                \
  X(kPlaintext, "plaintext", kIsBlock | kKeepsSpace)         \
  X(kPre, "pre", kIsBlock | kKeepsSpace | kEndsSvg)          \
  X(kQ, "q", 0)                                              \
  X(kRb, "rb", 0)                                            \
  X(kRp, "rp", kIsUnseen)                                    \
  X(kRt, "rt", kIsUnseen)                                    \
  X(kRtc, "rtc", kIsUnseen)                                  \
  X(kRuby, "ruby", kEndsSvg)                                 \
  X(kSamp, "samp", 0)                                        \
  X(kScript, "script", kIsRawText | kIsUnseen)               \
  X(kSearch, "search", kIsBlock)                             \
  X(kSection, "section", kIsBlock)                           \
  X(kSelect, "select", kIsUnseen | kShowsAsBox)              \
  X(kSource, "source", kIsVoid)                              \
  X(kStyle, "style", kIsRawText | kIsUnseen)                 \
  X(kSummary, "summary", kIsBlock)                           \
  X(kSup, "sup", kEndsSvg)                                   \
  X(kSvg, "svg", kIsForeign | kIsUnseen | kShowsAsBox)       \
  X(kTable, "table", kIsBlock | kEndsSvg)                    \
  X(kTbody, "tbody", kIsBlock)                               \
  X(kTd, "td", kIsBlock)                                     \
  X(kTemplate, "template", kIsUnseen)                        \
  X(kTextarea, "textarea", kIsEscapableRawText | kIsUnseen)  \
  X(kTfoot, "tfoot", kIsBlock)                               \
  X(kTh, "th", kIsBlock)                                     \
  X(kThead, "thead", kIsBlock)                               \
  X(kTime, "time", 0)                                        \
  X(kTitle, "title", kIsEscapableRawText | kIsUnseen)        \
  X(kTr, "tr", kIsBlock)                                     \
  X(kTrack, "track", kIsVoid)                                \
  X(kTt, "tt", kEndsSvg)                                     \
  X(kU, "u", kEndsSvg)                                       \
  X(kUl, "ul", kIsBlock | kEndsSvg)                          \
  X(kVideo, "video", kIsUnseen | kShowsAsBox)                \
  X(kWbr, "wbr", kIsVoid)                                    \
  X(kXmp, "xmp", kIsRawText | kIsBlock | kKeepsSpace)

#define TAMIS_HTML_TAG_ENUMERATOR(enumerator, name, traits) enumerator,
enum class Tag : std::uint8_t { kOther, TAMIS_HTML_TAGS(TAMIS_HTML_TAG_ENUMERATOR) kNumTags };
#undef TAMIS_HTML_TAG_ENUMERATOR

inline constexpr std::size_t kNumTags = static_cast<std::size_t>(Tag::kNumTags);

using TagTraits = std::uint16_t;
inline constexpr TagTraits kIsBlock = 1;             // starts and ends a block of text
inline constexpr TagTraits kIsVoid = 2;              // has neither content nor an end tag
inline constexpr TagTraits kIsRawText = 4;           // content is bytes up to the end tag
inline constexpr TagTraits kIsEscapableRawText = 8;  // the same, with character references
inline constexpr TagTraits kIsUnseen = 16;           // content is not shown as text
inline constexpr TagTraits kKeepsSpace = 32;         // white space and line breaks count
inline constexpr TagTraits kIsForeign = 64;          // SVG, MathML: <x/> ends itself, CDATA exists
inline constexpr TagTraits kEndsSvg = 128;     // an SVG that is open ends before its start tag
inline constexpr TagTraits kShowsAsBox = 256;  // inline, but texts on both sides do not touch

#define TAMIS_HTML_TAG_TRAITS(enumerator, name, traits) traits,
inline constexpr std::array<TagTraits, kNumTags> kTagTraits = {
    0, TAMIS_HTML_TAGS(TAMIS_HTML_TAG_TRAITS)};
#undef TAMIS_HTML_TAG_TRAITS

constexpr bool has_trait(Tag tag, TagTraits traits) {
  return (kTagTraits[static_cast<std::size_t>(tag)] & traits) != 0;
}

// The number of block-level elements.
#define TAMIS_HTML_TAG_IS_BLOCK(enumerator, name, traits) +(((traits)&kIsBlock) != 0 ? 1 : 0)
inline constexpr std::size_t kNumBlockTags = 0 TAMIS_HTML_TAGS(TAMIS_HTML_TAG_IS_BLOCK);
#undef TAMIS_HTML_TAG_IS_BLOCK

// "h1"; empty for kOther.
std::string_view tag_name(Tag tag);

// The element of a tag's name in any case, kOther if it is none of ours. `html`: what the name is a
// part of, if it is.
Tag find_tag(std::string_view name, std::string_view html);

// A set of block-level elements: a bit each, in the order of the list above.
using BlockTags = std::uint64_t;
BlockTags block_tag_bit(Tag tag);  // 0 for an inline element

// The element of the `index`-th bit.
Tag block_tag(std::size_t index);

// 1 to 6 for <h1> to <h6>, else 0.
int heading_level(Tag tag);

}  // namespace tamis::extract
