using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>
/// A translation as <c>translate --json</c> tells of it: theirs = scale · ours + offset for each sample.
/// </summary>
internal sealed record TranslationDescription(
    string Library,
    string Call,
    string Ours,
    double Scale,
    double Offset,
    string Reduction,
    string ArgumentOrder,
    IReadOnlyList<string> Differences,
    string Code)
{
    public static TranslationDescription Of(CallReading reading)
    {
        ILoss loss = reading.Create();
        return new(
            reading.Library.Key,
            reading.Call,
            loss.Name,
            reading.Scale,
            reading.Offset,
            reading.Library.Reduction,
            reading.Library.Order,
            [.. reading.Differences()],
            LossCode.New(loss));
    }
}
