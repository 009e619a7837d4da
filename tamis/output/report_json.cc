#include <cmath>

#include "tamis/catalog/json_output.h"
#include "tamis/output/report.h"

namespace tamis::output {
namespace {

void write_members(JsonOutput& json, const Amount& amount) {
  json.member("documents", amount.documents)
      .member("bytes", amount.bytes)
      .member("characters", amount.code_points);
}

void write_amount(JsonOutput& json, std::string_view key, const Amount& amount) {
  json.key(key).begin_object();
  write_members(json, amount);
  json.end_object();
}

void write_cut(JsonOutput& json, const pipeline::CutAmount& cut) {
  json.begin_object()
      .member("documents", cut.documents)
      .member("pieces", cut.pieces)
      .member("bytes", cut.bytes)
      .member("characters", cut.code_points)
      .end_object();
}

// Calls write(step index) for the steps of `stage` that `wants` an entry.
template <typename Wants, typename Write>
void write_steps(JsonOutput& json, const pipeline::Plan& plan, std::string_view stage,
                 const Wants& wants, const Write& write) {
  json.begin_object();
  for (CauseId cause = 0; cause < plan.steps.size(); ++cause) {
    if (plan.steps[cause].stage != stage || !wants(cause)) continue;
    json.key(plan.steps[cause].name);
    write(cause);
  }
  json.end_object();
}

// {"stage": {"step": ...}} for all stages.
template <typename Wants, typename Write>
void write_by_stage(JsonOutput& json, std::string_view key, const pipeline::Plan& plan,
                    const Wants& wants, const Write& write) {
  json.key(key).begin_object();
  for (const pipeline::PlanStage& stage : plan.stages) {
    json.key(stage.name);
    write_steps(json, plan, stage.name, wants, write);
  }
  json.end_object();
}

// By transforms, and by the two stages that have none.
void write_edits(JsonOutput& json, const pipeline::Plan& plan, const pipeline::Ledger& ledger) {
  constexpr std::string_view kConversions[] = {"decoding", "extraction"};
  json.key("edited").begin_object();
  for (std::size_t stage = 0; stage < plan.stages.size(); ++stage) {
    json.key(plan.stages[stage].name);
    if (stage < std::size(kConversions)) {
      json.begin_object().key(kConversions[stage]);
      write_cut(json, ledger.converted(stage));
      json.end_object();
      continue;
    }
    const auto edits = [&](CauseId cause) { return plan.steps[cause].can_edit(); };
    write_steps(json, plan, plan.stages[stage].name, edits,
                [&](CauseId cause) { write_cut(json, ledger.step(cause).edited); });
  }
  json.end_object();
}

void write_stages(JsonOutput& json, const pipeline::Plan& plan, const pipeline::Ledger& ledger) {
  json.key("stages").begin_list();
  for (std::size_t stage = 0; stage < plan.stages.size(); ++stage) {
    const pipeline::StageFlow flow = ledger.flow(stage);
    json.begin_object().member("name", plan.stages[stage].name);
    write_amount(json, "in", flow.in);
    write_amount(json, "out", flow.out);
    json.end_object();
  }
  json.end_list();
}

void write_sources(JsonOutput& json, const pipeline::Plan& plan, const pipeline::Ledger& ledger) {
  json.key("sources").begin_object();
  for (std::size_t source = 0; source < plan.sources.size(); ++source) {
    json.key(plan.sources[source].name).begin_object();
    json.key("stages").begin_list();
    for (std::size_t stage = 0; stage < plan.stages.size(); ++stage) {
      json.begin_object().member("name", plan.stages[stage].name);
      write_amount(json, "in", ledger.flow(source, stage).in);
      write_amount(json, "out", ledger.flow(source, stage).out);
      json.end_object();
    }
    json.end_list();
    const auto is_dropping = [&](CauseId cause) {
      return ledger.step(source, cause).dropped.documents > 0;
    };
    write_by_stage(json, "dropped", plan, is_dropping, [&](CauseId cause) {
      json.begin_object();
      write_members(json, ledger.step(source, cause).dropped);
      json.end_object();
    });
    json.end_object();
  }
  json.end_object();
}

void write_bound(JsonOutput& json, std::string_view key, double bound) {
  if (std::isfinite(bound)) json.member(key, bound);
}

void write_histograms(JsonOutput& json, const pipeline::Plan& plan,
                      const pipeline::Ledger& ledger) {
  json.key("histograms").begin_list();
  for (CauseId cause = kFirstStepCause; cause < plan.steps.size(); ++cause) {
    const pipeline::Step& step = plan.steps[cause];
    if (step.rule == nullptr) continue;
    json.begin_object()
        .member("stage", step.stage)
        .member("rule", step.name)
        .member("unit", step.rule->unit);
    write_bound(json, "min", step.keep.min);
    write_bound(json, "max", step.keep.max);
    json.key("bins").begin_list();
    for (int bin = 0; bin < Histogram::num_bins(step.rule->scale); ++bin) {
      const std::int64_t count = ledger.histogram(cause).count(bin);
      if (count == 0) continue;
      json.begin_object()
          .member("from", Histogram::lower_edge(bin, step.rule->scale))
          .member("documents", count)
          .end_object();
    }
    json.end_list().end_object();
  }
  json.end_list();
}

void write_languages(JsonOutput& json, const pipeline::Ledger& ledger) {
  json.key("languages").begin_object();
  for (const auto& [tag, books] : ledger.languages()) {
    json.key(tag.empty() ? pipeline::kUntagged : tag).begin_object().member("read", books.read);
    write_amount(json, "kept", books.kept);
    json.end_object();
  }
  json.end_object();
}

void write_examples(JsonOutput& json, const pipeline::Plan& plan, const Examples& examples) {
  const auto has_examples = [&](CauseId cause) { return !examples.of(cause).empty(); };
  write_by_stage(json, "examples", plan, has_examples, [&](CauseId cause) {
    json.begin_list();
    for (const DropExample& example : examples.of(cause)) {
      json.begin_object().member("id", example.id).member("url", example.url);
      write_bound(json, "value", example.value);
      write_bound(json, "bound", example.bound);
      json.member("text", example.text).end_object();
    }
    json.end_list();
  });
}

}  // namespace

std::string report_json(const pipeline::Plan& plan, const pipeline::Ledger& ledger,
                        const Examples& examples) {
  JsonOutput json(true);
  json.begin_object().member("format", "tamis-report").member("version", std::int64_t{1});
  json.key("documents").begin_object();
  json.member("read", ledger.read().documents).member("kept", ledger.kept().documents);
  json.end_object();
  write_amount(json, "read", ledger.read());
  write_amount(json, "kept", ledger.kept());
  const auto drops = [&](CauseId cause) {
    return lists_drops(plan.steps[cause], ledger.step(cause));
  };
  write_by_stage(json, "dropped", plan, drops, [&](CauseId cause) {
    json.begin_object();
    write_members(json, ledger.step(cause).dropped);
    json.end_object();
  });
  const auto cuts = [&](CauseId cause) { return plan.steps[cause].can_cut(); };
  write_by_stage(json, "cut", plan, cuts,
                 [&](CauseId cause) { write_cut(json, ledger.step(cause).cut); });
  write_edits(json, plan, ledger);
  write_stages(json, plan, ledger);
  write_sources(json, plan, ledger);
  write_languages(json, ledger);
  json.key("other_records").begin_object();
  for (const auto& [type, num_records] : ledger.other_records) json.member(type, num_records);
  json.end_object();
  write_histograms(json, plan, ledger);
  write_examples(json, plan, examples);
  json.end_object();
  return std::move(json).take() + "\n";
}

}  // namespace tamis::output
