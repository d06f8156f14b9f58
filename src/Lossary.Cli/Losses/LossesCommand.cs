using System.CommandLine;
using System.Text.Json;
using Lossary.Losses;

namespace Lossary.Cli;

/// <summary><c>lossary losses</c>: what there is to train with.</summary>
internal static class LossesCommand
{
    public static Command Build(Shell shell)
    {
        Argument<string?> text = new("TEXT")
        {
            Description = "Only those whose key, alias, title, Chinese name or call elsewhere contains it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> task = new("--task")
        {
            Description = $"Only those for a task: {LossFilter.Listed<LossTask>()}.",
            HelpName = "TASK",
        };
        Option<string?> family = new("--family")
        {
            Description = $"Only those of a family: {LossFilter.Listed<LossFamily>()}.",
            HelpName = "FAMILY",
        };
        Option<bool> convex = new("--convex") { Description = "Only convex ones." };
        Option<bool> smooth = new("--smooth") { Description = "Only those without a kink." };
        Option<bool> robust = new("--robust") { Description = "Only those whose gradient is bounded." };
        Option<bool> proper = new("--proper")
        {
            Description = "Only strictly proper ones, which elicit probabilities.",
        };
        Option<bool> bounded = new("--bounded") { Description = "Only those with an upper bound." };
        Option<bool> calibrated = new("--calibrated")
        {
            Description = "Only those whose minimum has the least error rate.",
        };
        Option<bool> symmetric = new("--noise-symmetric")
        {
            Description = "Only those whose optimum random wrong labels do not move.",
        };
        Option<bool> secondOrder = new("--second-order")
        {
            Description = "Only those that give the exact second derivatives.",
        };
        Option<bool> json = new("--json")
        {
            Description = "An array with key, title, family, tasks, parameters, properties, aliases, reference.",
        };
        Command command = new("losses", "List the losses.")
        {
            text, task, family, convex, smooth, robust, proper, bounded, calibrated, symmetric, secondOrder, json,
        };
        HelpWithExamples.Add(
            command, "lossary losses", "lossary losses focal", "lossary losses --task binary --convex --robust",
            "lossary losses 交叉熵",
            "lossary losses --json");
        command.SetAction(parsed =>
        {
            LossFilter filter = new()
            {
                Text = parsed.GetValue(text),
                Task = LossFilter.Parse<LossTask>("task", parsed.GetValue(task)) ?? LossTask.None,
                Family = LossFilter.Parse<LossFamily>("family", parsed.GetValue(family)),
                IsConvex = parsed.GetValue(convex),
                IsSmooth = parsed.GetValue(smooth),
                IsRobust = parsed.GetValue(robust),
                IsProper = parsed.GetValue(proper),
                IsBounded = parsed.GetValue(bounded),
                IsCalibrated = parsed.GetValue(calibrated),
                IsNoiseSymmetric = parsed.GetValue(symmetric),
                HasSecondOrder = parsed.GetValue(secondOrder),
            };
            LossDescription[] rows = [.. LossCatalogue.All.Where(filter.Takes).Select(LossDescription.Of)];
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(JsonSerializer.Serialize(rows, JsonContext.Default.LossDescriptionArray));
            }
            else
            {
                LossesTable.Print(shell, rows);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
