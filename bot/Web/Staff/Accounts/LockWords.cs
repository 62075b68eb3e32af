using ChatBot.Web.Data.Rows;

namespace ChatBot.Web.Staff.Accounts;

/// <summary>Why somebody cannot sign in although the account is there.</summary>
internal static class LockWords
{
    /// <param name="staff">Null: there is no such account, which is not told.</param>
    public static string Of(StaffMember? staff, DateTimeOffset now)
    {
        if (staff is null or { IsDisabled: true })
            return "Tài khoản này đã ngừng hoạt động. Bạn liên hệ trưởng ban.";
        var minutes = Math.Max(1, (int)Math.Ceiling(((staff.LockoutEnd ?? now) - now).TotalMinutes));
        return $"Tài khoản tạm khóa vì nhập sai 5 lần. Bạn thử lại sau {minutes} phút, hoặc nhờ trưởng ban tạo liên kết đặt mật khẩu mới.";
    }
}
