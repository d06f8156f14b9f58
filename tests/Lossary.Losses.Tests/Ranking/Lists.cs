using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Inputs of ranking losses.</summary>
internal static class Lists
{
    /// <summary>One query's items.</summary>
    public static LossInputs<double> Of(double[] scores, double[] relevances) => new()
    {
        ["score"] = Tensor<double>.Variable(new Shape(scores.Length), scores),
        ["relevance"] = new(new Shape(relevances.Length), relevances),
    };

    /// <summary>The value of a loss of one query's items.</summary>
    public static double Value<TLoss>(TLoss loss, double[] scores, double[] relevances)
        where TLoss : struct, IGraphLoss<TLoss> => loss.Evaluate(Of(scores, relevances)).Mean;
}
