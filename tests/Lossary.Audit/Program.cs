using Lossary.Audit;

return AuditRun.Run(args, Console.Out, Console.Error);
