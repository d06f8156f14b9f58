using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A loss in two languages: another library's call and ours.</summary>
/// <param name="Template">The translation.</param>
/// <param name="Values">The call's numbers.</param>
/// <param name="Assumed">Flags that the user did not say.</param>
/// <param name="Unread">What of the call could not be read.</param>
/// <param name="Others">Arguments that are no part of the translation.</param>
internal sealed record CallReading(
    CallTemplate Template,
    IReadOnlyDictionary<string, double> Values,
    IReadOnlyList<string> Assumed,
    IReadOnlyList<string> Unread,
    IReadOnlyList<PeerArgument> Others)
{
    /// <summary>How much of the call is left over; the nearest reading is the one that is meant.</summary>
    public int Distance { get; init; }

    public PeerLibrary Library => Template.Library;

    /// <summary>The call as it is written there.</summary>
    public string Call => Template.CallWith(Values);

    /// <summary>Our loss as it is named: <c>smooth-l1:beta=0.5</c>.</summary>
    public string Ours => Template.OursWith(Values);

    /// <summary>Their value divided by ours.</summary>
    public double Scale => Arithmetic.Parse(Template.Translation.Scale).Value(Values);

    /// <summary>What their value has on top.</summary>
    public double Offset => Arithmetic.Parse(Template.Translation.Offset).Value(Values);

    /// <summary>Theirs, for one sample, by ours.</summary>
    public string Value => (Scale, Offset) switch
    {
        (1, 0) => "the same for each sample",
        (_, 0) => $"theirs = {CallTemplate.Text(Scale)} · ours for each sample",
        (1, _) => $"theirs = ours {Signed(Offset)} for each sample",
        _ => $"theirs = {CallTemplate.Text(Scale)} · ours {Signed(Offset)} for each sample",
    };

    /// <summary>What else differs, a clause each.</summary>
    public IEnumerable<string> Differences()
    {
        if (Template.Translation.Note.Length > 0)
        {
            yield return Template.Translation.Note;
        }

        foreach (string text in Assumed)
        {
            yield return $"{text} is assumed there";
        }

        foreach (string text in Unread)
        {
            yield return text;
        }

        foreach (PeerArgument argument in Others.Where(argument => !argument.IsOff))
        {
            if (argument.Name is not null)
            {
                yield return PeerWeights.IsCalled(argument.Name)
                    ? PeerWeights.Meaning(argument, this)
                    : Meaning(argument);
            }
            else if (PeerArray.Read(argument.Value) is not null)
            {
                yield return $"{argument} stands without the name of its argument, and is not read";
            }
        }
    }

    public ILoss Create() => LossNamed.Create(Ours);

    /// <summary>Whether our loss takes the call's numbers.</summary>
    public bool IsPossible()
    {
        try
        {
            Create();
            return true;
        }
        catch (UsageException)
        {
            return false;
        }
    }

    private static string Meaning(PeerArgument argument) => argument.Name switch
    {
        "reduction" => argument.Text switch
        {
            "sum" => "reduction: Reduction = Reduction.Sum here",
            "none" => "reduction: the batch's Values hold each sample's loss here",
            "mean" or "sum_over_batch_size" => "reduction: the mean is the default here too",
            _ => $"reduction={argument.Text}: divide the totals' Sum by what it counts",
        },
        "ignore_index" or "ignore_class" when argument.TryNumber(out double ignored) =>
            $"{argument.Name}: IgnoredClass = {CallTemplate.Text(ignored)} in the batch",
        "ignore_index" or "ignore_class" => $"{argument.Name}: the batch's IgnoredClass here",
        _ => $"{argument} is no part of the translation",
    };

    private static string Signed(double value) =>
        value < 0 ? $"− {CallTemplate.Text(-value)}" : $"+ {CallTemplate.Text(value)}";
}
