using System.ComponentModel.DataAnnotations;

namespace ChatBot.Web.Staff.Reminders;

/// <summary>How the connection to the mail server is made safe.</summary>
public enum MailSecurity
{
    /// <summary>Begun in the open and encrypted before anything is said; usual on port 587.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte; usual on port 465.</summary>
    Tls,

    /// <summary>Not at all: only for a server on the same machine.</summary>
    None,
}

/// <summary>The settings under `Mail`; without `Mail:Host` nothing is mailed.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public string Host { get; set; } = "";

    [Range(1, 65535, ErrorMessage = "Mail:Port must be a port number, e.g. 587.")]
    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Who mails seem to come from.</summary>
    public string From { get; set; } = "";

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    public bool IsOn => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !new EmailAddressAttribute().IsValid(From))
            yield return new ValidationResult("Mail:From is missing or no address: write the one mails come from, e.g. tuvan@congdoan.example.");
        if (IsOn && User.Length > 0 && Password.Length == 0)
            yield return new ValidationResult("Mail:Password is missing: Mail:User needs it.");
    }
}
