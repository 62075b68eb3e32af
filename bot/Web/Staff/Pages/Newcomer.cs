using Microsoft.AspNetCore.Identity;

namespace ChatBot.Web.Staff.Pages;

/// <summary>What somebody writes into the form for their own account.</summary>
internal sealed class Newcomer
{
    public const int LongestName = 60;

    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }

    /// <summary>What is wrong before Identity is asked, in Vietnamese; empty: nothing.</summary>
    public IReadOnlyList<string> Troubles()
    {
        var troubles = new List<string>();
        if (string.IsNullOrWhiteSpace(Email))
            troubles.Add("Bạn chưa nhập e-mail.");
        troubles.AddRange(NameTroubles(Name));
        troubles.AddRange(PasswordTroubles());
        return troubles;
    }

    public IEnumerable<string> PasswordTroubles()
    {
        if (string.IsNullOrEmpty(Password))
            yield return "Bạn chưa nhập mật khẩu.";
        else if (Password != Again)
            yield return "Hai lần nhập mật khẩu chưa giống nhau.";
    }

    public static IEnumerable<string> NameTroubles(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            yield return "Bạn chưa nhập tên hiển thị.";
        else if (name.Trim().Length > LongestName)
            yield return $"Tên hiển thị dài quá {LongestName} ký tự.";
    }
}

internal static class IdentityWords
{
    /// <summary>What Identity refused, each sentence once.</summary>
    public static IReadOnlyList<string> Sentences(this IdentityResult result) => [.. result.Errors.Select(it => it.Description).Distinct()];
}
