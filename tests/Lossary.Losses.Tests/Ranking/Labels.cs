using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Inputs of losses of a whole batch of two classes.</summary>
internal static class Labels
{
    /// <summary>Scores and labels.</summary>
    public static LossInputs<double> Of(double[] scores, double[] labels) => new()
    {
        ["score"] = Tensor<double>.Variable(new Shape(scores.Length), scores),
        ["label"] = new Tensor<double>(new Shape(labels.Length), labels),
    };
}
