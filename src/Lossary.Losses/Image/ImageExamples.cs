using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Images of noise for examples.</summary>
internal static class ImageExamples
{
    /// <summary>Sets a prediction and a target that is like it; pixels lie in 0 … 1.</summary>
    public static void Pair(LossInputs<double> inputs, Shape shape, RandomStream random)
    {
        double[] prediction = new double[shape.Length], target = new double[shape.Length];
        for (int i = 0; i < prediction.Length; i++)
        {
            prediction[i] = random.NextDouble();
            target[i] = (0.8 * prediction[i]) + (0.2 * random.NextDouble());
        }

        inputs["prediction"] = new Tensor<double>(shape, prediction, new double[prediction.Length]);
        inputs["target"] = new Tensor<double>(shape, target);
    }

    /// <summary>Overwrites pixels such that no two neighbours are nearly equal.</summary>
    public static void Separate(Span<double> pixels, RandomStream random)
    {
        // 37 is prime to 101, and so is every distance between neighbours in an example.
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = ((i * 37 % 101) + (0.1 * random.NextDouble())) / 10;
        }
    }
}
