using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>
/// The options of <c>compare</c> on budget and network; what is not given comes from <see cref="ComparisonOptions"/>.
/// </summary>
internal sealed class BudgetOptions
{
    private static readonly ComparisonOptions Standard = new();

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "A first look: fewer folds, shorter trainings.",
    };
    private readonly Option<bool> _thorough = new("--thorough")
    {
        Description = "More folds, longer trainings, finer tuning, and --stress.",
    };
    private readonly Option<int?> _folds = Whole(
        "--folds", 2, "Folds of the cross-validation.", budget => budget.Folds);
    private readonly Option<int?> _repeats =
        Whole("--repeats", 1, "How often the rows are split anew.", budget => budget.Repeats);
    private readonly Option<string?> _hidden = Listed(
        "--hidden", Standard.Hidden, "Widths of the hidden layers; 0 for a linear model.");
    private readonly Option<string?> _rates =
        Listed("--rates", Standard.LearningRates, "Learning rates that each loss is tuned over.");
    private readonly Option<int?> _trials = Checked(
        new Option<int?>("--trials")
        {
            HelpName = "N",
            Description = "Learning rates and loss parameters that each loss is tuned over; those beyond --rates go "
                + "between them.",
        },
        1);
    private readonly Option<int?> _tuningEpochs =
        Whole("--tuning-epochs", 1, "Epochs of each of these trials.", budget => budget.TuningEpochs);
    private readonly Option<int?> _batch = Checked(
        new Option<int?>("--batch")
        {
            HelpName = "N",
            Description = "Rows of a training step; 8 to 64 by the size of the data if left out.",
        },
        1);
    private readonly Option<int?> _epochs = Whole(
        "--epochs", 1, "Epochs of a training at most.", budget => budget.Epochs);
    private readonly Option<int?> _patience = Whole(
        "--patience", 1, "Epochs without a better validation score that end a training.", budget => budget.Patience);
    private readonly Option<int> _seed = new("--seed")
    {
        HelpName = "N",
        Description = "Folds, weights and batches follow from it.",
        DefaultValueFactory = _ => Standard.Seed,
    };

    public Option<int> Threads { get; } = Checked(
        new Option<int>("--threads")
        {
            HelpName = "N",
            Description = "Trainings side by side; the result does not depend on it.",
            DefaultValueFactory = _ => Standard.Threads,
        },
        1);

    public IEnumerable<Option> All =>
        [
            _quick, _thorough, _folds, _repeats, _hidden, _rates, _trials, _tuningEpochs, _batch, _epochs, _patience,
                _seed,
            Threads,
        ];

    /// <summary>The budget that was asked for; what is given wins over <c>--quick</c> and <c>--thorough</c>.</summary>
    /// <exception cref="UsageException">Both are given, or a list cannot be read.</exception>
    public ComparisonOptions Read(ParseResult parsed)
    {
        bool isQuick = parsed.GetValue(_quick), isThorough = parsed.GetValue(_thorough);
        if (isQuick && isThorough)
        {
            throw new UsageException("--quick and --thorough cannot both be.");
        }

        ComparisonOptions budget = isQuick ? ComparisonOptions.Quick
            : isThorough ? ComparisonOptions.Thorough
            : Standard;
        string? rates = parsed.GetValue(_rates), widths = parsed.GetValue(_hidden);
        return budget with
        {
            Folds = parsed.GetValue(_folds) ?? budget.Folds,
            Repeats = parsed.GetValue(_repeats) ?? budget.Repeats,
            Hidden = widths is null ? budget.Hidden : NumberList.Widths(_hidden.Name, widths),
            LearningRates = rates is null ? budget.LearningRates : NumberList.Rates(_rates.Name, rates),

            // Who names the rates means these.
            Trials = parsed.GetValue(_trials) ?? (rates is null ? budget.Trials : null),
            TuningEpochs = parsed.GetValue(_tuningEpochs) ?? budget.TuningEpochs,
            BatchSize = parsed.GetValue(_batch),
            Epochs = parsed.GetValue(_epochs) ?? budget.Epochs,
            Patience = parsed.GetValue(_patience) ?? budget.Patience,
            Seed = parsed.GetValue(_seed),
            Threads = parsed.GetValue(Threads),
        };
    }

    /// <summary>Whether the largest budget was asked for.</summary>
    public bool IsThorough(ParseResult parsed) => parsed.GetValue(_thorough);

    private static Option<string?> Listed<T>(string name, IReadOnlyList<T> standard, string description)
    {
        string shown = string.Join(
            ',', standard.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
        return new(name) { HelpName = "LIST", Description = $"{description} [default: {shown}]" };
    }

    private static Option<int?> Whole(string name, int least, string description, Func<ComparisonOptions, int> value)
    {
        int standard = value(Standard), quick = value(ComparisonOptions.Quick),
            thorough = value(ComparisonOptions.Thorough);
        string changed = (quick == standard ? "" : $"; quick {quick}")
            + (thorough == standard ? "" : $"; thorough {thorough}");
        return Checked(
            new Option<int?>(name) { HelpName = "N", Description = $"{description} [default: {standard}{changed}]" },
            least);
    }

    private static Option<T> Checked<T>(Option<T> option, int least)
    {
        option.Validators.Add((OptionResult result) =>
        {
            // A text that is no number has been reported already.
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) && value < least)
            {
                result.AddError($"{option.Name} must be {least} or more, but is {value}.");
            }
        });
        return option;
    }
}
