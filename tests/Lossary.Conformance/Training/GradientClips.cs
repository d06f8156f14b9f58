using Lossary.Tests.Shared;
using Lossary.Training;

namespace Lossary.Conformance;

/// <summary>
/// PyTorch's clipping of gradients; the library's gradient is one vector, whatever tensors it stands for.
/// </summary>
internal static class GradientClips
{
    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["clip_grad_norm"] = c =>
            {
                double[] gradient = Flat(c);
                double norm = GradientClipping.ByNorm<double>(
                    gradient, c.Argument("max_norm", 1), c.Argument("norm_type", 2));
                return Parts(c, gradient).Add("total_norm", norm);
            },
            ["clip_grad_value"] = c =>
            {
                double[] gradient = Flat(c);
                GradientClipping.ByValue<double>(gradient, c.Argument("clip_value", 1));
                return Parts(c, gradient);
            },
        };

    private static double[] Flat(GoldenCase golden) => [.. golden.Inputs.Values.SelectMany(tensor => tensor.Data)];

    private static Results Parts(GoldenCase golden, double[] gradient)
    {
        Results results = new();
        int start = 0;
        foreach ((string path, GoldenTensor tensor) in golden.Inputs)
        {
            int end = start + tensor.Data.Length;
            results.Add(path, tensor.Shape, gradient[start..end]);
            start = end;
        }

        return results;
    }
}
