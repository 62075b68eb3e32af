namespace ChatBot.Web.Staff.Accounts;

/// <summary>Where a member of staff looks after their own account.</summary>
internal static class AccountPaths
{
    public const string Account = "/staff/tai-khoan";

    public const string TwoStep = "/staff/tai-khoan/hai-buoc";

    public const string SecondStep = "/staff/dang-nhap/ma";
}
