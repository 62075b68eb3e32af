using ChatBot.Talk;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Conversations;

/// <summary>One turn of the bot that speaks now: pure, nothing has happened before it is written.</summary>
public delegate Turn TurnTaking(Conversation before, Activity activity);
