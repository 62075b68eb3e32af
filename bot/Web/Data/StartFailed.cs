namespace ChatBot.Web.Data;

/// <summary>The program cannot start; the message says what to do, and is printed without a stack.</summary>
public sealed class StartFailed(string whatToDo, Exception? inner = null) : Exception(whatToDo, inner);
