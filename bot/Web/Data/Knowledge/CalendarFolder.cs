using System.Text;
using ChatBot.Knowledge.Articles;
using ChatBot.Talk.Handoff.Calendar;

namespace ChatBot.Web.Data.Knowledge;

/// <summary>Reads the days off from `_calendar/` of a knowledge-base folder.</summary>
public static class CalendarFolder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What can be read; without the file only weekdays, with the mistake told.</summary>
    public static WorkCalendar Read(string knowledgeFolder, List<Mistake> mistakes)
    {
        try
        {
            return CalendarReader.Read(Strict.GetString(File.ReadAllBytes(Path.Combine(knowledgeFolder, CalendarReader.File))), mistakes);
        }
        catch (DecoderFallbackException)
        {
            mistakes.Add(new Mistake(CalendarReader.File, 0, "tệp không phải UTF-8: lưu lại với bảng mã UTF-8"));
        }
        catch (IOException trouble)
        {
            mistakes.Add(new Mistake(CalendarReader.File, 0, $"không đọc được ngày nghỉ, tạm tính mọi thứ Hai đến thứ Sáu: {trouble.Message}"));
        }

        return WorkCalendar.WithoutHolidays;
    }
}
