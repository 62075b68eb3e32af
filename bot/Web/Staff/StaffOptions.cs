using System.ComponentModel.DataAnnotations;

namespace ChatBot.Web.Staff;

/// <summary>The settings under `Staff`.</summary>
public sealed class StaffOptions
{
    /// <summary>Filled in for whoever opens the first link; may be changed there.</summary>
    [EmailAddress(ErrorMessage = "Staff:FirstHeadEmail is not an e-mail address: write one, such as head@union.example, or leave it out.")]
    public string? FirstHeadEmail { get; set; }

    /// <summary>Everybody on the staff must sign in with two steps; whoever has not set them up can do nothing before that.</summary>
    public bool RequireTwoFactor { get; set; }
}
