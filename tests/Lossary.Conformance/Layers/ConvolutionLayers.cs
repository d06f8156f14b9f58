using System.Numerics;
using System.Text.Json;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Convolution and pooling: PyTorch's channels come second, the library's last.</summary>
internal static class ConvolutionLayers
{
    private static readonly int[] ImageAxes = [0, 2, 3, 1];
    private static readonly int[] SequenceAxes = [0, 2, 1];

    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["Conv1d"] = c => c.IsSingle ? Convolve<float>(c) : Convolve<double>(c),
            ["Conv2d"] = c => c.IsSingle ? Convolve<float>(c) : Convolve<double>(c),
            ["ConvTranspose2d"] = c => c.IsSingle ? Transposed<float>(c) : Transposed<double>(c),
            ["MaxPool2d"] = c => c.IsSingle ? MaxPool<float>(c) : MaxPool<double>(c),
            ["AvgPool2d"] = c => c.IsSingle ? AveragePool<float>(c) : AveragePool<double>(c),
            ["AdaptiveAvgPool2d"] = c => c.IsSingle ? AdaptiveAverage<float>(c) : AdaptiveAverage<double>(c),
        };

    private static Results Convolve<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isSequence = golden.Operation == "Conv1d";
        int[] axes = isSequence ? SequenceAxes : ImageAxes;
        LayerProbe<T> probe = new(golden);
        Tensor<T> input = probe.Variable("input", axes);
        Tensor<T> weights = probe.Variable("params.weight", isSequence ? [-1, 2, 1, 0] : [2, 3, 1, 0]);
        Tensor<T>? bias = probe.Has("params.bias") ? probe.Variable("params.bias") : null;
        Window window = WindowOf(golden, weights.Shape[0], weights.Shape[1], isSequence);
        Tensor<T> padded = input;
        if (golden.TryArgument("padding_mode", out JsonElement mode))
        {
            PadMode around = Enum.Parse<PadMode>(mode.GetString()!, ignoreCase: true);
            padded = probe.Tape.PadImage(
                input, around, window.PaddingHeight, window.PaddingHeight, window.PaddingWidth, window.PaddingWidth);
            window = window with { PaddingHeight = 0, PaddingWidth = 0 };
        }
        else if (IsSame(golden))
        {
            (padded, window) = PadToSameSize(probe, input, window);
        }

        Tensor<T> output = probe.Tape.Convolve(padded, weights, bias, window, (int)golden.Argument("groups", 1));
        return probe.Output("output", "grad_output", output, axes).Finish();
    }

    private static Results Transposed<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        Tensor<T> input = probe.Variable("input", ImageAxes), weights = probe.Variable("params.weight", 2, 3, 1, 0);
        Tensor<T>? bias = probe.Has("params.bias") ? probe.Variable("params.bias") : null;
        Window window = WindowOf(golden, weights.Shape[0], weights.Shape[1], isSequence: false);
        int more = (int)golden.Argument("output_padding", 0);
        Tensor<T> output = probe.Tape.ConvolveTransposed(input, weights, bias, window, more, more);
        return probe.Output("output", "grad_output", output, ImageAxes).Finish();
    }

    private static Results MaxPool<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        Tensor<T> output = probe.Tape.MaxPool(
            probe.Variable("input", ImageAxes), PoolWindow(golden), golden.Argument("ceil_mode", 0) != 0);
        return probe.Output("output", "grad_output", output, ImageAxes).Finish();
    }

    private static Results AveragePool<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        Tensor<T> output = probe.Tape.AveragePool(
            probe.Variable("input", ImageAxes), PoolWindow(golden), golden.Argument("ceil_mode", 0) != 0,
            golden.Argument("count_include_pad", 1) != 0);
        return probe.Output("output", "grad_output", output, ImageAxes).Finish();
    }

    private static Results AdaptiveAverage<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LayerProbe<T> probe = new(golden);
        (int height, int width) = Pair(golden, "output_size", 1);
        Tensor<T> output = probe.Tape.AdaptiveAveragePool(probe.Variable("input", ImageAxes), height, width);
        return probe.Output("output", "grad_output", output, ImageAxes).Finish();
    }

    private static Window PoolWindow(GoldenCase golden)
    {
        (int height, int width) = Pair(golden, "kernel_size", 1);
        return WindowOf(golden, height, width, isSequence: false);
    }

    private static Window WindowOf(GoldenCase golden, int height, int width, bool isSequence)
    {
        (int strideHeight, int strideWidth) = Pair(golden, "stride", 1);
        (int paddingHeight, int paddingWidth) = IsSame(golden) ? (0, 0) : Pair(golden, "padding", 0);
        (int dilationHeight, int dilationWidth) = Pair(golden, "dilation", 1);
        return new Window(height, width)
        {
            StrideHeight = isSequence ? 1 : strideHeight,
            StrideWidth = strideWidth,
            PaddingHeight = isSequence ? 0 : paddingHeight,
            PaddingWidth = paddingWidth,
            DilationHeight = isSequence ? 1 : dilationHeight,
            DilationWidth = dilationWidth,
        };
    }

    /// <summary>PyTorch's "same": the odd row or column of zeros stands behind.</summary>
    private static (Tensor<T> Padded, Window Window) PadToSameSize<T>(
        LayerProbe<T> probe, Tensor<T> input, Window window)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = window.DilationHeight * (window.Height - 1), columns = window.DilationWidth * (window.Width - 1);
        Tensor<T> padded = probe.Tape.PadImage(
            input, PadMode.Zeros, rows / 2, rows - (rows / 2), columns / 2, columns - (columns / 2));
        return (padded, window);
    }

    private static bool IsSame(GoldenCase golden) =>
        golden.TryArgument("padding", out JsonElement padding) && padding.ValueKind == JsonValueKind.String;

    /// <summary>An argument along both axes, which PyTorch takes as one number where they are equal.</summary>
    private static (int Height, int Width) Pair(GoldenCase golden, string name, int absent)
    {
        if (!golden.TryArgument(name, out JsonElement argument) || argument.ValueKind == JsonValueKind.Null)
        {
            return (absent, absent);
        }

        return argument.ValueKind == JsonValueKind.Array
            ? (argument[0].GetInt32(), argument[argument.GetArrayLength() - 1].GetInt32())
            : (argument.GetInt32(), argument.GetInt32());
    }
}
