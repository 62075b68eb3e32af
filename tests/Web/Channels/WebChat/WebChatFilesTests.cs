using System.Net;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;
using ChatBot.Web.Data.Rows;
using ChatBot.Web.Tests.Houses;
using Microsoft.EntityFrameworkCore;
using static ChatBot.Web.Tests.Channels.WebChat.ChatSite;

namespace ChatBot.Web.Tests.Channels.WebChat;

/// <summary>What an advisor sends is opened from the transcript of its own conversation, and from nowhere else.</summary>
public sealed class WebChatFilesTests
{
    [Fact]
    public async Task The_transcript_links_the_file_and_the_link_opens_it_harmlessly()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        await SayFile(site, conversation);

        var link = await LinkIn(site, token, conversation);
        using var answer = await site.Http.GetAsync(link, Cancel);

        Assert.Equal(site.Address.Authority, link.Authority);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Some.Picture, await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("mẫu đơn.png", answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task Nobody_reaches_it_with_another_link_or_another_token()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        var (strangers, _) = await site.Visitor();
        await SayFile(site, conversation);
        var link = await LinkIn(site, token, conversation);

        foreach (var guess in new[] { "/chat/tep", "/chat/tep?k=", "/chat/tep?k=1", $"/chat/tep?k={token}", $"/chat/tep?k={strangers}", link.PathAndQuery[..^3] + "AAA" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(new Uri(guess, UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Call(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities", strangers)).Status);
        // The link is no token either.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Call(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities", link.Query["?k=".Length..])).Status);
    }

    [Fact]
    public async Task A_link_is_good_for_a_day_and_reading_again_brings_a_new_one()
    {
        await using var site = await Open();
        var (token, conversation) = await site.Visitor();
        await SayFile(site, conversation);
        var link = await LinkIn(site, token, conversation);

        site.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(link, Cancel)).StatusCode);
        var fresh = await LinkIn(site, Secret, conversation);

        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync(fresh, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_visitor_cannot_name_a_file_into_their_own_transcript()
    {
        await using var site = await Open();
        var (_, conversation) = await site.Visitor();
        await SayFile(site, conversation);
        var (stranger, theirs) = await site.Visitor();

        await site.Call(HttpMethod.Post, $"/v3/directline/conversations/{theirs}/activities", stranger, new { type = "message", text = "x", attachments = new[] { new { contentType = "image/png", contentUrl = "tep:1" } } });

        Assert.Equal("tep:1", (await Read(site, stranger, theirs)).Single().ContentUrl);
    }

    // As the outbox leaves it: the line of an advisor, and the file that belongs to it.
    private static async Task SayFile(ChatSite site, string conversation)
    {
        var key = $"webchat:site:{conversation}";
        await using var db = await site.Db();
        var file = new AttachmentRow { ConversationId = key, Name = "mẫu đơn.png", MediaType = "image/png", Size = Some.Picture.Length, Sha256 = "", Content = Some.Picture, Author = Author.Advisor };
        db.Attachments.Add(file);
        await db.SaveChangesAsync(Cancel);
        await site.Say(conversation, new Activity { Attachments = [FileLink.To(file.Id, file.Name, file.MediaType)] }, Author.Advisor);
        file.SaidId = await db.Said.Where(it => it.ConversationId == key).MaxAsync(it => it.Id, Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<Uri> LinkIn(ChatSite site, string bearer, string conversation) => new((await Read(site, bearer, conversation)).Single().ContentUrl!);

    private static async Task<IReadOnlyList<Attachment>> Read(ChatSite site, string bearer, string conversation)
    {
        var answer = await site.Call(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities", bearer);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. answer.Body.GetProperty("activities").EnumerateArray()
            .SelectMany(it => it.TryGetProperty("attachments", out var some) ? some.EnumerateArray() : [])
            .Select(it => new Attachment(it.GetProperty("contentType").GetString()!, it.GetProperty("contentUrl").GetString()))];
    }
}
