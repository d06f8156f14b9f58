using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>From a network's raw outputs to predictions that metrics can judge.</summary>
internal static class Response
{
    /// <summary>Predictions on the target's own scale.</summary>
    /// <param name="raw">Shape [rows, outputs].</param>
    /// <param name="part">The rows.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="scale">The scale that was learnt on, and its link.</param>
    /// <param name="threshold">The probability above which the positive one of two classes is predicted.</param>
    public static Predictions Of(
        ReadOnlySpan<float> raw, FoldPart part, Target target, TargetScale scale, double threshold = 0.5)
    {
        if (!target.IsClass)
        {
            return Predictions.OfNumbers(
                target.Task, Decode(raw, scale), part.Targets, part.Weights, part.Queries, part.Events);
        }

        int classes = target.ClassNames.Count;
        int[] codes = Array.ConvertAll(part.Targets, code => (int)code);
        if (classes == 2 && raw.Length == 2 * part.Count)
        {
            return OfTwoScores(raw, codes, part.Weights, scale.Link, threshold);
        }

        return scale.Link switch
        {
            Link.Logit => Predictions.OfProbabilities(Decode(raw, scale), codes, classes, part.Weights, threshold),
            Link.Softmax => Predictions.OfProbabilities(Softmax(raw, classes), codes, classes, part.Weights),
            _ => Predictions.OfScores(Decode(raw, scale), codes, classes, part.Weights),
        };
    }

    /// <summary>Two classes with a score each: only the difference counts, and softmax is its sigmoid.</summary>
    private static Predictions OfTwoScores(
        ReadOnlySpan<float> raw, int[] codes, double[]? weights, Link link, double threshold)
    {
        double[] differences = new double[codes.Length];
        for (int i = 0; i < differences.Length; i++)
        {
            double difference = (double)raw[(2 * i) + 1] - raw[2 * i];
            differences[i] = link == Link.Softmax ? RealFunctions.Sigmoid(difference) : difference;
        }

        return link == Link.Softmax
            ? Predictions.OfProbabilities(differences, codes, 2, weights, threshold)
            : Predictions.OfScores(differences, codes, 2, weights);
    }

    private static double[] Decode(ReadOnlySpan<float> raw, TargetScale scale)
    {
        double[] responses = new double[raw.Length];
        for (int i = 0; i < responses.Length; i++)
        {
            responses[i] = scale.Decode(raw[i]);
        }

        return responses;
    }

    internal static double[] Softmax(ReadOnlySpan<float> raw, int classes)
    {
        double[] probabilities = new double[raw.Length];
        for (int start = 0; start < raw.Length; start += classes)
        {
            ReadOnlySpan<float> row = raw.Slice(start, classes);
            double largest = double.NegativeInfinity, sum = 0;
            foreach (float score in row)
            {
                // Not Math.Max alone: a NaN must come out as NaN, and does, by the exponential below.
                largest = score > largest ? score : largest;
            }

            for (int k = 0; k < classes; k++)
            {
                double e = RealFunctions.Exp(row[k] - largest);
                probabilities[start + k] = e;
                sum += e;
            }

            for (int k = 0; k < classes; k++)
            {
                probabilities[start + k] /= sum;
            }
        }

        return probabilities;
    }
}
