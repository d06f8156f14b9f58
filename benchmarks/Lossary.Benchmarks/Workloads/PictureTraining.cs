using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Benchmarks;

/// <summary>
/// Steps of training on 28 x 28 pictures as the trainer takes them: batches of 128, cross entropy, Adam.
/// </summary>
internal sealed class PictureTraining
{
    /// <summary>How many steps an epoch of 60,000 pictures has.</summary>
    public const int StepsOfEpoch = (PictureCount + Batch - 1) / Batch;

    private const int PictureCount = 60_000;
    private const int Batch = 128;
    private const int Side = 28;
    private const int ClassCount = 10;

    private static readonly Lazy<(float[] Pixels, int[] Classes)> Pictures = new(Load);

    private readonly TrainingStep _step;
    private readonly int[] _rows = [.. Enumerable.Range(0, PictureCount)];
    private int _next;

    private PictureTraining(Shape sample, params Layer<float>[] layers)
    {
        RandomStream random = new(1);
        random.Shuffle(_rows.AsSpan());
        (float[] pixels, int[] classes) = Pictures.Value;
        TrainingData data = TrainingData.WithClasses(pixels, sample, classes, new Shape(1), _rows);
        IClassLoss loss = LossCatalogue.Create<IClassLoss>("cross-entropy");
        Network<float> network = new(sample, layers, seed: 1);
        _step = new(network, new ClassObjective(loss), data, new TrainingOptions(), random.Split("noise"));
    }

    /// <summary>Where the pictures come from.</summary>
    public static string Source { get; private set; } = "not read yet";

    /// <summary>784-256-128-10 with ReLU.</summary>
    public static PictureTraining Perceptron() => new(
        new Shape(Side * Side),
        new Dense<float>(Side * Side, 256, Activation.Relu),
        new Dense<float>(256, 128, Activation.Relu),
        new Dense<float>(128, ClassCount));

    /// <summary>Convolutions of 32, 64 and 64 channels with pooling between them, then 64-10, with ReLU.</summary>
    public static PictureTraining Convolutions() => new(
        new Shape(Side, Side, 1),
        new Conv2d<float>(1, 32, 3, Activation.Relu), new MaxPool<float>(2),
        new Conv2d<float>(32, 64, 3, Activation.Relu), new MaxPool<float>(2),
        new Conv2d<float>(64, 64, 3, Activation.Relu), new Flatten<float>(),
        new Dense<float>(576, 64, Activation.Relu), new Dense<float>(64, ClassCount));

    /// <summary>Takes the next step of the epoch; its mean loss.</summary>
    public double Take()
    {
        ReadOnlySpan<int> rows = _rows.AsSpan(_next, Math.Min(Batch, PictureCount - _next));
        _next = (_next + rows.Length) % PictureCount;
        return _step.Take(rows).Totals.Mean;
    }

    /// <summary>Fashion-MNIST where it is installed, else noise: the work does not depend on what the pictures show.</summary>
    private static (float[] Pixels, int[] Classes) Load()
    {
        try
        {
            ImageSet set = FashionMnist.ReadTraining();
            Source = "Fashion-MNIST";
            return (Array.ConvertAll(set.Pixels, pixel => pixel / 255f), set.Classes);
        }
        catch (DataFileException)
        {
            Source = "noise";
            Random random = new(1);
            float[] pixels = new float[PictureCount * Side * Side];
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = random.NextSingle();
            }

            return (pixels, [.. Enumerable.Range(0, PictureCount).Select(i => i % ClassCount)]);
        }
    }
}
