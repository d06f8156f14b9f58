namespace Lossary.Studies;

/// <summary>How an objective did on several data sets.</summary>
/// <param name="Objective">What was trained.</param>
/// <param name="Simplicity">Its place when candidates are ordered from simple to special.</param>
/// <param name="MeanRank">The mean of its ranks; 1 is always best.</param>
/// <param name="Ranks">Shape [data sets]: ranks by the deciding metric; a loss that failed is last.</param>
/// <param name="Scores">Shape [data sets]: mean scores; null where it failed.</param>
public sealed record RankedLoss(
    Objective Objective,
    int Simplicity,
    double MeanRank,
    IReadOnlyList<double> Ranks,
    IReadOnlyList<ScoreInterval?> Scores)
{
    /// <summary>The objective's name.</summary>
    public string Name => Objective.Name;
}
