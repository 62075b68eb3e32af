using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.Messenger;

/// <summary>What people sent, from where Meta keeps it.</summary>
public sealed class MessengerFiles(HttpClient web, IOptions<MessengerOptions> options) : HeldFiles(web, "Messenger", options.Value.HostsOfFiles);
