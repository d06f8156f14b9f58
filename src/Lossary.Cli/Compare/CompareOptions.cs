using System.CommandLine;
using System.CommandLine.Parsing;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The options of <c>compare</c>: what to compare, by what, and where to keep it.</summary>
internal sealed class CompareOptions
{
    private readonly Argument<string[]> _data = new("DATA")
    {
        Description =
            "A CSV file, - for standard input, or sample:NAME (ames, concrete, diabetes, churn, iris, …). Losses are "
            + "ranked over several of one task; a file's own target is named as FILE:COLUMN.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _target =
        Text("--target", "COLUMN", "The column to predict; samples know theirs.");
    private readonly Option<string?> _task =
        Text("--task", "TASK", "regression, counts, binary or multi-class; inferred if left out.");
    private readonly Option<string?> _positive =
        Text("--positive", "CLASS", "The class of a binary target that counts as positive.");
    private readonly Option<string?> _weights =
        Text("--weights", "COLUMN",
        "The column that holds the rows' weights; they count in training and in every score.");
    private readonly Option<string?> _losses = Text(
        "--losses",
        "LIST",
        "What to train with: squared,huber:delta=0.5,focal:gamma=tuned,cross-entropy+class-balanced,… (lengths in "
        + "units of the target's spread); what recommend names if left out.");
    private readonly NeedOptions _needs = new();
    private readonly BudgetOptions _budget = new();
    private readonly Option<VerdictTest> _test = VerdictOptions.Test();
    private readonly Option<double> _rope = VerdictOptions.Rope();
    private readonly Option<string[]> _segments = VerdictOptions.Segments();
    private readonly Option<bool> _stress = new("--stress")
    {
        Description =
            "Also train the best few losses on rows with outliers or wrong labels, a rarer class, fewer rows.",
    };
    private readonly Option<string?> _baseline = Text(
        "--fail-if-worse-than",
        "BASELINE",
        "End with exit code 5 where the first of --losses, or the loss to take, is worse than this loss beyond chance, "
        + "or than this score.");
    private readonly Option<string?> _out = Text("--out", "DIR", "Where the run is kept; runs/DATA-N if left out.");
    private readonly Option<string?> _resume =
        Text("--resume", "DIR", "Go on with a run that was interrupted, as it was asked for.");
    private readonly Option<bool> _noRun = new("--no-run") { Description = "Keep nothing on disk." };
    private readonly Option<bool> _json = new("--json") { Description = "One document on standard output." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "No progress." };

    public void AddTo(Command command)
    {
        command.Add(_data);
        foreach (Option option in (Option[])
            [
                _target, _task, _positive, _weights, _losses, .. _needs.All, .. _budget.All, _test, _rope, _segments,
                    _stress, _baseline,
                _out, _resume, _noRun, _json, _quiet,
            ])
        {
            command.Add(option);
        }
    }

    /// <exception cref="UsageException">Options contradict each other, or a run cannot be gone on with.</exception>
    public CompareRequest Read(ParseResult parsed)
    {
        if (parsed.GetValue(_resume) is string folder)
        {
            return Resumed(parsed, folder);
        }

        if (parsed.GetValue(_noRun) && parsed.GetValue(_out) is string path)
        {
            throw new UsageException($"--no-run keeps nothing, but --out names {path}.");
        }

        return parsed.GetValue(_data) is { Length: > 0 } data
            ? Request(parsed, data)
            : throw new UsageException(
                "DATA is missing: a CSV file, - for standard input, or sample:NAME. Try 'lossary compare --help'.");
    }

    /// <summary>
    /// The request that a kept run was made by; how it is shown and on how many threads is asked anew.
    /// </summary>
    private CompareRequest Resumed(ParseResult parsed, string folder)
    {
        Option[] allowed = [_resume, _budget.Threads, _json, _quiet];
        string? other = parsed.CommandResult.Children.OfType<OptionResult>()
            .FirstOrDefault(result => !result.Implicit && !allowed.Contains(result.Option))?.Option.Name
            ?? parsed.GetValue(_data)?.FirstOrDefault();
        if (other is not null)
        {
            throw new UsageException($"--resume goes on with a run as it was asked for; it does not take {other}.");
        }

        RunDirectory run = RunDirectory.Open(folder);
        ParseResult earlier = parsed.RootCommandResult.Command.Parse(run.Words);
        CompareRequest request = Request(earlier, earlier.GetRequiredValue(_data)!);
        return request with
        {
            Resumed = run,
            IsJson = parsed.GetValue(_json),
            IsQuiet = parsed.GetValue(_quiet),
            Options = request.Options with { Threads = parsed.GetValue(_budget.Threads) },
        };
    }

    /// <summary>
    /// What it takes to get the same numbers again: where the run was kept and how it was shown are left out.
    /// </summary>
    private string[] Words(ParseResult parsed)
    {
        string[] words = [.. parsed.Tokens.Select(token => token.Value)];
        int kept = Array.IndexOf(words, _out.Name);
        return
        [
            .. words.Where(
                (word, i) => (kept < 0 || (i != kept && i != kept + 1)) && word != _quiet.Name && word != _json.Name),
        ];
    }

    private CompareRequest Request(ParseResult parsed, string[] data) => new()
    {
        DataSets = [.. data.Select(DataName.Parse)],
        Target = parsed.GetValue(_target),
        Task = parsed.GetValue(_task),
        Positive = parsed.GetValue(_positive),
        Weights = parsed.GetValue(_weights),
        Losses = parsed.GetValue(_losses),
        Needs = _needs.Read(parsed),
        Baseline = parsed.GetValue(_baseline),
        Out = parsed.GetValue(_out),
        IsStressed = parsed.GetValue(_stress) || _budget.IsThorough(parsed),
        IsKept = !parsed.GetValue(_noRun),
        IsJson = parsed.GetValue(_json),
        IsQuiet = parsed.GetValue(_quiet),
        Options = _budget.Read(parsed) with
        {
            Test = parsed.GetValue(_test),
            Rope = parsed.GetValue(_rope),
            SegmentColumns = parsed.GetValue(_segments) ?? [],
        },
        Words = Words(parsed),
    };

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };
}
