Console.Out.WriteLine("publish " + typeof(Program).Assembly.GetName().Version?.ToString(3));
return 0;
