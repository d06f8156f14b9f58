using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Benchmarks;

/// <summary>A loss of several arrays, as <c>loss.Evaluate(inputs)</c> runs it again and again on the same inputs.</summary>
internal sealed class ArrayLossCase : LossCase
{
    private readonly IArrayLoss _loss;
    private readonly LossInputs<float> _inputs = new();
    private readonly RandomStream _random = new(1);

    private ArrayLossCase(string loss, int length)
    {
        _loss = LossCatalogue.Create<IArrayLoss>(loss);
        Length = length;
    }

    public override int Length { get; }

    public override double Evaluate() => _loss.Evaluate(_inputs).Mean;

    /// <summary>A mean, a variance and a target for each sample.</summary>
    public static ArrayLossCase Gaussian(int samples) => new ArrayLossCase("gaussian", samples)
        .Variable("mean", samples).Variable("log-variance", samples).Constant("target", x => x, samples);

    /// <summary>Logits of a class for each pixel, and which pixels are of it.</summary>
    public static ArrayLossCase Dice(int images, int pixels) => new ArrayLossCase("dice", images * pixels)
        .Variable("prediction", images, 1, pixels).Constant("target", x => x > 0 ? 1 : 0, images, 1, pixels);

    /// <summary>Anchors, and an embedding alike and one unlike for each.</summary>
    public static ArrayLossCase Triplet(int rows, int width) => new ArrayLossCase("triplet", 3 * rows * width)
        .Variable("anchor", rows, width).Variable("positive", rows, width).Variable("negative", rows, width);

    /// <summary>Two views of each of half as many samples as there are rows.</summary>
    public static ArrayLossCase NormalisedTemperature(int rows, int width) =>
        new ArrayLossCase("nt-xent", rows * width).Variable("embeddings", rows, width);

    /// <summary>Thirty labels in five times as many steps.</summary>
    public static ArrayLossCase Ctc(int samples, int steps, int classes)
    {
        const int Labels = 30;
        float label = 0;
        return new ArrayLossCase("ctc", samples * steps * classes)
            .Variable("logits", samples, steps, classes)
            .Constant("labels", _ => 1 + (label++ % (classes - 1)), samples, Labels);
    }

    /// <summary>The last layer of a language model.</summary>
    public static ArrayLossCase Linear(int rows, int classes, int width)
    {
        float target = 0;
        return new ArrayLossCase("linear-cross-entropy", rows * classes)
            .Variable("hidden", rows, width)
            .Variable("weights", classes, width)
            .Constant("target", _ => target++ * 13 % classes, rows);
    }

    /// <summary>What the first evaluation takes beside its inputs, and their gradients, in megabytes.</summary>
    public double Megabytes()
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Evaluate();
        long taken = GC.GetTotalAllocatedBytes(precise: true) - before;
        foreach (string name in _inputs.Names)
        {
            taken += sizeof(float) * _inputs[name].Gradient.Length;
        }

        return taken / 1e6;
    }

    private ArrayLossCase Variable(string name, params int[] extents)
    {
        Shape shape = new(extents);
        float[] values = new float[shape.Length];
        _random.FillNormal(values);
        _inputs[name] = Tensor<float>.Variable(shape, values);
        return this;
    }

    private ArrayLossCase Constant(string name, Func<float, float> number, params int[] extents)
    {
        Shape shape = new(extents);
        float[] values = new float[shape.Length];
        _random.FillNormal(values);
        _inputs[name] = new Tensor<float>(shape, values.Select(number).ToArray());
        return this;
    }
}
