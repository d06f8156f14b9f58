using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>
/// The options of <c>compare</c>; those of the budget take their defaults from <see cref="ComparisonOptions"/>.
/// </summary>
internal sealed class CompareOptions
{
    private static readonly ComparisonOptions Defaults = new();

    private readonly Argument<string> _data = new("DATA")
    {
        Description = "A CSV file, - for standard input, or sample:NAME (ames, concrete, diabetes, churn, iris, …).",
    };

    private readonly Option<string?> _target =
        Text("--target", "COLUMN", "The column to predict; samples know theirs.");
    private readonly Option<string?> _task =
        Text("--task", "TASK", "regression, counts, binary or multi-class; inferred if left out.");
    private readonly Option<string?> _positive =
        Text("--positive", "CLASS", "The class of a binary target that counts as positive.");
    private readonly Option<string?> _losses =
        Text("--losses", "LIST", "What to train with: squared,huber:delta=0.5,… (lengths in units of the target's spread); a set for the task if left out.");
    private readonly Option<string?> _metric =
        Text("--metric", "METRIC", "What decides: mae, rmse, r2, roc-auc, pr-auc, log-loss, accuracy, f1, …");
    private readonly Option<int> _folds = Whole("--folds", Defaults.Folds, 2, "Folds of the cross-validation.");
    private readonly Option<int> _repeats =
        Whole("--repeats", Defaults.Repeats, 1, "How often the rows are split anew.");
    private readonly Option<string?> _hidden =
        Listed("--hidden", Defaults.Hidden, "Widths of the hidden layers; 0 for a linear model.");
    private readonly Option<string?> _rates =
        Listed("--rates", Defaults.LearningRates, "Learning rates that each loss is tuned over.");
    private readonly Option<int?> _batch = Checked(
        new Option<int?>("--batch")
        {
            HelpName = "N",
            Description = "Rows of a training step; 8 to 64 by the size of the data if left out.",
        },
        1);
    private readonly Option<int> _epochs = Whole("--epochs", Defaults.Epochs, 1, "Epochs of a training at most.");
    private readonly Option<int> _patience =
        Whole("--patience", Defaults.Patience, 1, "Epochs without a better validation score that end a training.");
    private readonly Option<VerdictTest> _test = VerdictOptions.Test();
    private readonly Option<double> _rope = VerdictOptions.Rope();
    private readonly Option<string[]> _segments = VerdictOptions.Segments();
    private readonly Option<bool> _stress = new("--stress")
    {
        Description = "Also train the best few losses on rows with outliers or wrong labels, a rarer class, fewer rows.",
    };

    private readonly Option<int> _seed =
        Whole("--seed", Defaults.Seed, int.MinValue, "Folds, weights and batches follow from it.");
    private readonly Option<int> _threads =
        Whole("--threads", Defaults.Threads, 1, "Trainings side by side; the result does not depend on it.");
    private readonly Option<string?> _out = Text("--out", "DIR", "Where the run is kept; runs/DATA-N if left out.");
    private readonly Option<bool> _noRun = new("--no-run") { Description = "Keep nothing on disk." };
    private readonly Option<bool> _json = new("--json") { Description = "One document on standard output." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "No progress." };

    public void AddTo(Command command)
    {
        command.Add(_data);
        foreach (Option option in (Option[])
            [
                _target, _task, _positive, _losses, _metric, _folds, _repeats, _hidden, _rates, _batch, _epochs,
                _patience, _test, _rope, _segments, _stress, _seed, _threads, _out, _noRun, _json, _quiet,
            ])
        {
            command.Add(option);
        }
    }

    public CompareRequest Read(ParseResult parsed)
    {
        if (parsed.GetValue(_noRun) && parsed.GetValue(_out) is string path)
        {
            throw new UsageException($"--no-run keeps nothing, but --out names {path}.");
        }

        return Request(parsed);
    }

    /// <summary>What it takes to get the same numbers again: where the run was kept and how it was shown are left out.</summary>
    private string[] Words(ParseResult parsed)
    {
        string[] words = [.. parsed.Tokens.Select(token => token.Value)];
        int kept = Array.IndexOf(words, _out.Name);
        return [.. words.Where((word, i) => (kept < 0 || (i != kept && i != kept + 1)) && word != _quiet.Name && word != _json.Name)];
    }

    private CompareRequest Request(ParseResult parsed) => new()
    {
        Data = parsed.GetRequiredValue(_data),
        Target = parsed.GetValue(_target),
        Task = parsed.GetValue(_task),
        Positive = parsed.GetValue(_positive),
        Losses = parsed.GetValue(_losses),
        Metric = parsed.GetValue(_metric),
        Out = parsed.GetValue(_out),
        IsStressed = parsed.GetValue(_stress),
        IsKept = !parsed.GetValue(_noRun),
        IsJson = parsed.GetValue(_json),
        IsQuiet = parsed.GetValue(_quiet),
        Options = Defaults with
        {
            Folds = parsed.GetValue(_folds),
            Repeats = parsed.GetValue(_repeats),
            Hidden =
                parsed.GetValue(_hidden) is string widths ? NumberList.Widths("--hidden", widths) : Defaults.Hidden,
            LearningRates =
                parsed.GetValue(_rates) is string rates ? NumberList.Rates("--rates", rates) : Defaults.LearningRates,
            BatchSize = parsed.GetValue(_batch),
            Epochs = parsed.GetValue(_epochs),
            Patience = parsed.GetValue(_patience),
            Test = parsed.GetValue(_test),
            Rope = parsed.GetValue(_rope),
            SegmentColumns = parsed.GetValue(_segments) ?? [],
            Seed = parsed.GetValue(_seed),
            Threads = parsed.GetValue(_threads),
        },
        Words = Words(parsed),
    };

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    private static Option<string?> Listed<T>(string name, IReadOnlyList<T> standard, string description)
    {
        string shown =
            string.Join(',', standard.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
        return Text(name, "LIST", $"{description} [default: {shown}]");
    }

    private static Option<int> Whole(string name, int standard, int least, string description) =>
        Checked(
            new Option<int>(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => standard },
            least);

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
