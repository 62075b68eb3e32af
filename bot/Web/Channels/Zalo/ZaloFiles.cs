using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Zalo;

/// <summary>What people sent, from where Zalo keeps it.</summary>
public sealed class ZaloFiles(HttpClient web, IOptions<ZaloOptions> options) : HeldFiles(web, "Zalo", options.Value.HostsOfFiles);
