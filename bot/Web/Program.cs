Console.WriteLine("Union chatbot");
