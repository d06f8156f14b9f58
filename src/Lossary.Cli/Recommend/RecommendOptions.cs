using System.CommandLine;
using System.Globalization;
using Lossary.Data;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The options of <c>recommend</c>.</summary>
internal sealed class RecommendOptions
{
    private readonly Argument<string> _data = new("DATA")
    {
        Description = "A CSV file, - for standard input, or sample:NAME (ames, concrete, diabetes, churn, iris, …).",
    };
    private readonly Option<string?> _target = new("--target")
    {
        HelpName = "COLUMN",
        Description = "The column to predict; samples know theirs.",
    };
    private readonly Option<string?> _task = new("--task")
    {
        HelpName = "TASK",
        Description = "regression, counts, binary or multi-class; inferred if left out.",
    };
    private readonly Option<string?> _positive = new("--positive")
    {
        HelpName = "CLASS",
        Description = "The class of a binary target that counts as positive.",
    };
    private readonly Option<string?> _weights = new("--weights")
    {
        HelpName = "COLUMN",
        Description = "The column that holds the rows' weights.",
    };
    private readonly NeedOptions _needs = new();
    private readonly Option<string[]> _thresholds = new("--threshold")
    {
        HelpName = "NAME=VALUE",
        Description = "Judge a fact by another limit than the default; repeatable. --explain shows all.",
    };
    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "Every rule with the values that it saw, and every threshold.",
    };
    private readonly Option<bool> _time = new("--time")
    {
        Description = "Measure what each loss costs a step here, in JSON as well; no two measurements are equal.",
    };
    private readonly Option<bool> _json = new("--json")
    {
        Description = "One document: task, facts, recommended, alternatives, warnings, candidates, properties, "
            + "command.",
    };

    public void AddTo(Command command)
    {
        command.Add(_data);
        foreach (Option option in (Option[])
            [_target, _task, _positive, _weights, .. _needs.All, _thresholds, _explain, _time, _json])
        {
            command.Add(option);
        }
    }

    public RecommendRequest Read(ParseResult parsed) => Read(parsed, _needs.Read(parsed));

    private RecommendRequest Read(ParseResult parsed, Needs needs) => new()
    {
        Data = parsed.GetRequiredValue(_data),
        Target = parsed.GetValue(_target),
        TargetOptions = new()
        {
            // Grades and times are numbers, however few there are.
            Task = TaskOption.Parse(parsed.GetValue(_task))
                ?? (needs is { QueryColumn: null, EventColumn: null } ? null : TaskKind.Regression),
            Positive = parsed.GetValue(_positive),
            Weights = parsed.GetValue(_weights),
            Events = needs.EventColumn,
            Query = needs.QueryColumn,
        },
        Needs = needs,
        Thresholds = (parsed.GetValue(_thresholds) ?? []).Aggregate(Thresholds.Default, Change),
        IsExplained = parsed.GetValue(_explain),
        IsTimed = parsed.GetValue(_time),
        IsJson = parsed.GetValue(_json),
    };

    private static Thresholds Change(Thresholds thresholds, string text)
    {
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            throw new UsageException($"--threshold takes NAME=VALUE, such as outlier-share=0.02, but is '{text}'.");
        }

        try
        {
            return thresholds.With(parts[0], value);
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }
}
