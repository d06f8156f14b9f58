using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>What every method of weighing tasks asks of its arguments.</summary>
internal static class TaskChecks
{
    /// <summary>Checks the lengths, and that products are there where they are needed.</summary>
    /// <returns>How many tasks there are.</returns>
    public static int Check(ITaskWeighting weighting, in TaskState state, Span<double> weights)
    {
        int tasks = state.Losses.Length;
        Length(weights.Length, tasks, nameof(weights));
        if (weighting.NeedsProducts)
        {
            Length(state.Products.Length, tasks * tasks, "state.Products");
        }

        return tasks;
    }

    /// <summary>Refuses a wrong length.</summary>
    public static void Length(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements, expected are {expected}.", name);
        }
    }

    /// <summary>Refuses losses that are not above 0.</summary>
    public static void Positive(ReadOnlySpan<double> losses, string method)
    {
        for (int i = 0; i < losses.Length; i++)
        {
            if (!(losses[i] > 0))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"losses[{i}] must be above 0 for {method}, but is {losses[i]:R}."),
                    nameof(losses));
            }
        }
    }

    /// <summary>e^x over its sum, times a total.</summary>
    public static void Softmax(ReadOnlySpan<double> x, double total, Span<double> shares)
    {
        double largest = TensorPrimitives.Max(x), sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            shares[i] = Math.Exp(x[i] - largest);
            sum += shares[i];
        }

        foreach (ref double share in shares)
        {
            share *= total / sum;
        }
    }
}
