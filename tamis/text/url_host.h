// The host of an address, and the domain that somebody registered to have it.
//
// Hosts are compared in one form: lower case, international names in their ASCII form (xn--...,
// UTS 46 through ICU), no port, no final dot. Public suffixes (com, co.uk, com.cn) are those of
// publicsuffix.org, its ICANN part, as libpsl holds them.
#pragma once

#include <string>
#include <string_view>

namespace tamis::text {

// The part of `url` that holds the host as it was written, without user name and port: of
// "http://user@WWW.Example.com:8080/a" it is "WWW.Example.com". An address without a scheme is
// taken to begin with its host. Never fails; of no address it is some part of it, or empty. An
// IPv6 address keeps its brackets.
std::string_view written_host(std::string_view url);

// Replaces `normal` by the host in the form in which hosts are compared; equal hosts are equal
// bytes. What IDNA does not allow is kept, its ASCII letters in lower case.
void normalize_host(std::string_view host, std::string& normal);

// "bbc.co.uk" of "news.bbc.co.uk": the public suffix and one label more. Empty for a public suffix
// itself, an IP address and a name under no known suffix. Requires: the host is in normal form.
std::string_view registered_domain(std::string_view host);

// True for IPv4 and IPv6 addresses as hosts are written: brackets, or a last label that is a
// number, which no domain has.
bool is_ip_address(std::string_view host);

// "example.com/a" of "a.example.com/a" to "com", one call a step: the host without its first
// label. Empty if it has but one, or is an IP address.
std::string_view parent_domain(std::string_view host);

// What follows the host, from the first / ? or # on; empty if nothing does.
std::string_view after_host(std::string_view url);

}  // namespace tamis::text
