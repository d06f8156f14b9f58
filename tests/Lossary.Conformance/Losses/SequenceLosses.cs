using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Losses of sequences: PyTorch's, and the papers'.</summary>
internal static class SequenceLosses
{
    /// <summary>The operations of <c>torch.nn.functional</c>.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Torch { get; } =
        new Dictionary<string, Func<GoldenCase, Results>> { ["ctc_loss"] = Ctc };

    /// <summary>The papers' operations.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Papers { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["ctc_brute_force"] = c => OneSample(c, ArrayRun.Loss("ctc", c.Argument("blank", 0), 0, 0)),
            ["rnn_transducer"] = c => OneSample(c, ArrayRun.Loss("transducer", c.Argument("blank", 0), 0)),
            ["linear_chain_crf_nll"] = Crf,
            ["soft_dtw"] = SoftDtw,
        };

    private static Results Crf(GoldenCase golden) => new ArrayRun(golden, "linear-chain-crf")
        .With("emissions", "emissions", [1, .. golden.Inputs["emissions"].Shape])
        .With("labels", "target", [1, .. golden.Inputs["target"].Shape])
        .With("transitions")
        .With("start")
        .With("end")
        .Run();

    private static Results SoftDtw(GoldenCase golden) => new ArrayRun(golden, "soft-dtw", golden.Argument("gamma", double.NaN))
        .With("prediction", "x", [1, .. golden.Inputs["x"].Shape])
        .With("target", "y", [1, .. golden.Inputs["y"].Shape])
        .Run();

    /// <summary>One sample of logits, and its labels.</summary>
    private static Results OneSample(GoldenCase golden, IArrayLoss loss)
    {
        int[] labels = [1, golden.Inputs["target"].Data.Length];
        return new ArrayRun(golden, loss)
            .With("logits", "logits", [1, .. golden.Inputs["logits"].Shape])
            .With("labels", "target", labels)
            .Run();
    }

    /// <summary>
    /// Steps come first there, targets may stand in one row, and the gradient has the log-softmax in it: exp ℓ − posterior,
    /// where the library's is −posterior.
    /// </summary>
    private static Results Ctc(GoldenCase golden)
    {
        int[] shape = golden.Inputs["log_probs"].Shape;
        int steps = shape[0], samples = shape[1], classes = shape[2];
        double[] stepCounts = golden.Inputs["input_lengths"].Data, labelCounts = golden.Inputs["target_lengths"].Data;
        double[] shares = golden.Inputs["log_probs"].Data, ordered = Turned(shares, steps, samples, classes);
        bool isZero = golden.TryArgument("zero_infinity", out System.Text.Json.JsonElement flag) && flag.GetBoolean();
        IArrayLoss loss = ArrayRun.Loss("ctc-on-log-probabilities", golden.Argument("blank", 0), isZero ? 1 : 0, 0);
        (int width, double[] labels) = Labels(golden.Inputs["targets"], labelCounts);
        double[] weights = [.. labelCounts.Select(count => 1 / Math.Max(1, count))];
        ArrayRun run = new(golden, loss)
        {
            Weights = weights,
            Mean = Reduction.MeanOverCount,
            Translate = (gradient, reduction) => Turned(
                WithSoftmax(gradient, i => (reduction == Reduction.Sum ? 1 : weights[i] / samples)), samples, steps, classes),
        };
        return run
            .With("log-probabilities", "log_probs", [samples, steps, classes], ordered)
            .With("labels", "targets", [samples, width], labels)
            .With("input-lengths", "input_lengths", [samples], stepCounts)
            .With("label-lengths", "target_lengths", [samples], labelCounts)
            .Run(samples);

        double[] WithSoftmax(double[] gradient, Func<int, double> upstream)
        {
            for (int sample = 0; sample < samples; sample++)
            {
                // A sample that cannot be read has a gradient of 0 throughout: PyTorch's is NaN, unless it counts 0.
                Span<double> own = gradient.AsSpan(sample * steps * classes, steps * classes);
                int counted = (int)stepCounts[sample] * classes;
                if (!own.ContainsAnyExcept(0))
                {
                    own[..counted].Fill(isZero ? 0 : double.NaN);
                    continue;
                }

                for (int i = 0; i < counted; i++)
                {
                    own[i] += Math.Exp(ordered[(sample * steps * classes) + i]) * upstream(sample);
                }
            }

            return gradient;
        }
    }

    /// <summary>The targets as padded rows; those in one row are cut by their lengths.</summary>
    private static (int Width, double[] Labels) Labels(GoldenTensor targets, double[] counts)
    {
        if (targets.Shape.Length == 2)
        {
            return (targets.Shape[1], targets.Data);
        }

        int width = Math.Max(1, (int)counts.Max()), start = 0;
        double[] labels = new double[counts.Length * width];
        for (int sample = 0; sample < counts.Length; sample++)
        {
            targets.Data.AsSpan(start, (int)counts[sample]).CopyTo(labels.AsSpan(sample * width));
            start += (int)counts[sample];
        }

        return (width, labels);
    }

    /// <summary>Swaps the first two of three axes.</summary>
    private static double[] Turned(double[] data, int first, int second, int third)
    {
        double[] turned = new double[data.Length];
        for (int i = 0; i < first; i++)
        {
            for (int k = 0; k < second; k++)
            {
                data.AsSpan(((i * second) + k) * third, third).CopyTo(turned.AsSpan(((k * first) + i) * third));
            }
        }

        return turned;
    }
}
