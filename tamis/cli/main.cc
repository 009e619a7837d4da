// The program: parse, run, print what went wrong.
#include <signal.h>

#include <cstdio>
#include <exception>
#include <string>

#include "tamis/cli/command_line.h"
#include "tamis/cli/stop_signal.h"
#include "tamis/io/standard_streams.h"

int main(int argc, char** argv) {
  tamis::io::open_missing_streams();
  ::signal(SIGXFSZ, SIG_IGN);  // a write over `ulimit -f` fails and says on which file
  // Out of memory and the like: nothing that a caller could mend.
  std::set_terminate([] {
    std::fputs("tamis: out of memory, or a library failed; give a smaller --memory\n", stderr);
    std::abort();
  });
  auto request = tamis::cli::parse_command_line(argc, argv);
  tamis::Result<void> done;
  if (!request) {
    done = tl::unexpected<tamis::Error>(std::move(request).error());
  } else if (request->command == nullptr) {
    std::fputs(request->text.c_str(), stdout);
  } else {
    done = request->command->run(request->arguments);
  }
  if (done) done = tamis::io::flush_standard_output();
  if (done) return 0;
  const std::string message = tamis::io::printable(done.error().message());
  std::fprintf(stderr, "tamis: %s\n", message.c_str());
  if (done.error().code() == tamis::ErrorCode::kInterrupted) tamis::cli::end_by_signal();
  return tamis::exit_status(done.error().code());
}
