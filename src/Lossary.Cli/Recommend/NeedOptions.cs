using System.CommandLine;
using System.Globalization;
using Lossary.Data;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli;

/// <summary>The options that state what no data can tell.</summary>
internal sealed class NeedOptions
{
    private readonly CostOption _costs = new();
    private readonly Option<string?> _noise = new("--noise")
    {
        HelpName = "SHARE|FILE",
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Some targets are wrong, and which share if you know it (0.2); or a CSV file with the shares of "
            + "the row's class that are labelled as the column's.",
    };
    private readonly Option<bool> _calibrated = new("--calibrated")
    {
        Description = "Probabilities must be right; of numbers: a distribution is wanted.",
    };
    private readonly Option<string?> _quantiles = Text("--quantiles", "LEVELS", "Which quantiles are wanted: 0.1,0.9.");
    private readonly Option<bool?> _ordinal = new("--ordinal")
    {
        HelpName = "true|false",
        Description = "Whether classes are steps of a scale; as their names look if left out.",
    };
    private readonly Option<string?> _metric =
        Text("--metric", "METRIC", "What decides in the end: mae, rmse, pinball:level=0.9, roc-auc, f1, log-loss, …");
    private readonly Option<string?> _censored = new("--censored")
    {
        HelpName = "COLUMN",
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Some targets are only bounds (limits of a gauge, times of what has not happened yet), and the "
            + "column that holds 1 where the target was observed, 0 where it is a bound.",
    };
    private readonly Option<string?> _query = Text(
        "--query", "COLUMN",
        "Rows are ordered within groups, such as the results of a search; the column that names theirs.");
    private readonly Option<bool> _periodic = new("--periodic")
    {
        Description = "The target is an angle or a time of day: the largest value is next to the smallest.",
    };

    public IEnumerable<Option> All =>
        [_costs.Option, _noise, _calibrated, _quantiles, _ordinal, _metric, _censored, _query, _periodic];

    public Needs Read(ParseResult parsed)
    {
        try
        {
            string? noise = parsed.GetValue(_noise);
            bool isNoiseFile = noise is not null && StatedNumbers.IsFile(noise);
            (ErrorCosts? costs, ClassTable? classCosts) = _costs.Read(parsed);
            return new()
            {
                Costs = costs,
                ClassCosts = classCosts,
                IsNoisy = parsed.GetResult(_noise) is { Implicit: false },
                NoiseShare = noise is null || isNoiseFile ? null : StatedNumbers.Read("--noise", noise, 1)[0],
                Flips = isNoiseFile ? ClassTable.ReadShares(noise!) : null,
                IsCalibrated = parsed.GetValue(_calibrated),
                Quantiles = parsed.GetValue(_quantiles) is string levels ? LevelsOf(levels) : [],
                IsOrdinal = parsed.GetValue(_ordinal),
                Metric = parsed.GetValue(_metric) is string metric ? MetricCatalogue.Find(metric) : null,
                IsCensored = parsed.GetResult(_censored) is { Implicit: false },
                EventColumn = parsed.GetValue(_censored),
                QueryColumn = parsed.GetValue(_query),
                IsPeriodic = parsed.GetValue(_periodic),
            };
        }
        catch (ArgumentOutOfRangeException error)
        {
            string value = Convert.ToString(error.ActualValue, CultureInfo.InvariantCulture) ?? "";
            string? option = error.ParamName switch
            {
                nameof(Needs.NoiseShare) => "--noise",
                nameof(Needs.Quantiles) => "--quantiles",
                _ => null,
            };
            if (option is null)
            {
                throw new UsageException("--metric: " + UsageException.WithoutParameterName(error));
            }

            throw new UsageException($"{option} takes numbers above 0 and below 1, but is {value}.");
        }
        catch (ArgumentException error)
        {
            throw new UsageException(UsageException.WithoutParameterName(error));
        }
    }

    private static double[] LevelsOf(string text)
    {
        double[] levels = StatedNumbers.Read("--quantiles", text, null);
        foreach ((double level, int times) in levels.CountBy(level => level))
        {
            if (times > 1)
            {
                throw new UsageException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--quantiles names {level} {(times == 2 ? "twice" : $"{times} times")}."));
            }
        }

        return levels;
    }

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };
}
