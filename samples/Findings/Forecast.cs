using System.Numerics.Tensors;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>What a trained network says of chosen rows.</summary>
internal static class Forecast
{
    /// <summary>Its raw predictions, <c>[rows, outputs]</c>.</summary>
    public static double[] Of(Network<float> network, float[] features, int[] rows)
    {
        float[] output = new float[rows.Length * network.Outputs];
        network.Predict(features, rows, output);
        return Array.ConvertAll(output, value => (double)value);
    }

    /// <summary>The probabilities of the positive class, of a network that gives logits.</summary>
    public static double[] Probabilities(Network<float> network, float[] features, int[] rows) =>
        Array.ConvertAll(Of(network, features, rows), RealFunctions.Sigmoid);

    /// <summary>The probabilities of all classes, of rows of scores.</summary>
    public static double[] Softmax(double[] scores, int classes)
    {
        double[] probabilities = new double[scores.Length];
        for (int start = 0; start < scores.Length; start += classes)
        {
            TensorPrimitives.SoftMax(scores.AsSpan(start, classes), probabilities.AsSpan(start, classes));
        }

        return probabilities;
    }

    /// <summary>How many of the rows get the largest score at their own class.</summary>
    public static double Accuracy(Network<float> network, float[] features, int[] rows, int[] classes)
    {
        int[] targets = [.. rows.Select(row => classes[row])];
        Predictions predictions = Predictions.OfScores(Of(network, features, rows), targets, network.Outputs);
        int right = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            right += predictions.PredictedClasses[i] == targets[i] ? 1 : 0;
        }

        return (double)right / targets.Length;
    }
}
