namespace Lossary.Losses;

/// <summary>How much better actions were than expected: what losses of policies read as their advantage.</summary>
/// <remarks>
/// Reference: J. Schulman, P. Moritz, S. Levine, M. Jordan, P. Abbeel, High-Dimensional Continuous Control Using
/// Generalized Advantage Estimation, 2016, arXiv:1506.02438.
/// </remarks>
public static class GeneralisedAdvantage
{
    /// <summary>A sum of temporal differences that fades by discount · trace with each step.</summary>
    /// <param name="rewards">The reward of each step of one course.</param>
    /// <param name="values">The value predicted before each step, and after the last: one more than rewards.</param>
    /// <param name="ends">Whether an episode ended with the step; as long as rewards, or empty for nowhere.</param>
    /// <param name="discount">What a reward one step later is worth; 0 to 1.</param>
    /// <param name="trace">0 for the next step alone, 1 for all that follow.</param>
    /// <returns>One for each step; with the values added, the returns that values are to predict.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static double[] Of(
        ReadOnlySpan<double> rewards,
        ReadOnlySpan<double> values,
        ReadOnlySpan<bool> ends,
        double discount = 0.99,
        double trace = 0.95)
    {
        if (values.Length != rewards.Length + 1)
        {
            throw new ArgumentException(
                $"values has {values.Length} elements; expected is one more than the {rewards.Length} of rewards.",
                nameof(values));
        }

        if (!ends.IsEmpty && ends.Length != rewards.Length)
        {
            throw new ArgumentException(
                $"ends has {ends.Length} elements, rewards has {rewards.Length}.", nameof(ends));
        }

        double[] advantages = new double[rewards.Length];
        double following = 0;
        for (int step = rewards.Length - 1; step >= 0; step--)
        {
            double goesOn = !ends.IsEmpty && ends[step] ? 0 : discount;
            double difference = rewards[step] + (goesOn * values[step + 1]) - values[step];
            following = difference + (goesOn * trace * following);
            advantages[step] = following;
        }

        return advantages;
    }
}
