namespace Lossary.Losses;

/// <summary>The sum, or the mean, over all pairs of a group whose relevances differ.</summary>
/// <remarks>Quadratic in time, linear in memory.</remarks>
/// <param name="term">What one pair costs.</param>
/// <param name="averages">Whether the sum is divided by the number of pairs.</param>
internal readonly struct PairFormula<TTerm>(TTerm term, bool averages = false) : IGroupFormula
    where TTerm : struct, IPairTerm
{
    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        ReadOnlySpan<double> scores = rows[RankingInputs.Scores], relevances = rows[RankingInputs.Relevances];
        double sum = 0;
        long pairs = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                double gap = relevances[i] - relevances[j];
                if (gap > 0)
                {
                    sum += term.Value(scores[i] - scores[j], gap, out double slope);
                    gradient[i] += slope;
                    gradient[j] -= slope;
                    pairs++;
                }
            }
        }

        weight = pairs == 0 ? 0 : 1;
        double factor = averages && pairs > 0 ? 1.0 / pairs : 1;
        foreach (ref double slope in gradient)
        {
            slope *= factor;
        }

        return sum * factor;
    }
}
