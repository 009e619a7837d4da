// Calls to get in touch or to buy, found by their structure.
//
// Advertisers change their words daily, but not what they must say: do something (add, scan,
// order), through a channel (WeChat, QQ, a group, a link), with an identifier or a price. A few
// words of each kind are anchors, found all at once; what stands around an anchor decides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tamis/base/result.h"
#include "tamis/batch/passage.h"
#include "tamis/catalog/spec.h"
#include "tamis/rules/advertising_clauses.h"
#include "tamis/rules/contact_calls.h"
#include "tamis/rules/contact_numbers.h"
#include "tamis/text/word_matcher.h"

namespace tamis::rules {

struct ContactMarkParams {
  std::vector<std::string> marks = contact_calls();  // marks wherever they stand
};

inline constexpr ParamSpec kContactMarkParams[] = {
    param<&ContactMarkParams::marks>(
        "marks",
        "What counts besides numbers, accounts and offers; ASCII letters match in either case."),
};

class ContactMarks {
 public:
  static Result<ContactMarks> make(const ContactMarkParams& params);

  // Replaces `marks` by the marks in `passage`, in order and without overlaps. A text has those of
  // its clauses, but for such as only the wider text shows to be spoken of. Linear.
  void find(const Passage& passage, std::vector<Span>& marks) const;

  bool may_find(const Passage& passage) const { return !passage.found_by(*this).empty(); }

  // Whose words it asks a passage for.
  std::vector<const text::WordMatcher*> located() const {
    return {&anchors_, &advertising_.matcher()};
  }

 private:
  ContactMarks(text::WordMatcher anchors, std::size_t num_calls, AdvertisingClauses advertising)
      : anchors_(std::move(anchors)), num_calls_(num_calls), advertising_(std::move(advertising)) {}

  void find_structures(const Passage& passage, std::vector<Span>& marks) const;

  text::WordMatcher anchors_;  // the calls, then contact_anchors()
  std::size_t num_calls_ = 0;
  AdvertisingClauses advertising_;
};

// The share of the passage's code points that stand in marks.
double contact_mark_share(const ContactMarks& marks, const Passage& passage);

}  // namespace tamis::rules
