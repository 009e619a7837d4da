#include <benchmark/benchmark.h>

#include "bench/text/generated_text.h"
#include "tamis/text/string_set.h"
#include "tamis/text/url_host.h"

namespace tamis::text {
namespace {

std::string generated_domain(Random& random) {
  std::string domain;
  for (unsigned letters = 6 + random.below(10); letters > 0; --letters) {
    domain += static_cast<char>('a' + random.below(26));
  }
  return domain + ".com";
}

// Hosts looked up, with the domains above them, in a list of so many domains.
void look_up_domains(benchmark::State& state) {
  constexpr int kUrls = 1000;
  Random random(1);
  StringSet set;
  for (std::int64_t i = 0; i < state.range(0); ++i) set.add(generated_domain(random));
  set.shrink();
  std::vector<std::string> urls;
  for (int i = 0; i < kUrls; ++i) urls.push_back("http://www." + generated_domain(random) + "/a/b");
  std::string host;
  for (auto _ : state) {
    for (const std::string& url : urls) {
      normalize_host(written_host(url), host);
      for (std::string_view name = host; !name.empty(); name = parent_domain(name)) {
        benchmark::DoNotOptimize(set.contains(name));
      }
    }
  }
  state.SetItemsProcessed(state.iterations() * kUrls);
  state.counters["bytes_a_domain"] =
      static_cast<double>(set.num_bytes_of_memory()) / static_cast<double>(set.size());
}
BENCHMARK(look_up_domains)->Arg(10'000)->Arg(5'000'000);

}  // namespace
}  // namespace tamis::text
