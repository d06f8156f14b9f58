namespace Lossary.Tensors;

/// <summary>An operation made NaN or an infinite number, and the tape was asked to watch for them.</summary>
/// <param name="message">What was found, and where.</param>
/// <param name="operation">The operation's name.</param>
/// <param name="scope">The layer it stands in; null outside any.</param>
/// <param name="isGradient">True where the backward pass made it.</param>
public sealed class NonFiniteNumberException(string message, string operation, string? scope, bool isGradient)
    : ArithmeticException(message)
{
    /// <summary>The operation's name, as in its method.</summary>
    public string Operation { get; } = operation;

    /// <summary>The layer that the operation stands in; null outside any.</summary>
    public string? Scope { get; } = scope;

    /// <summary>True where the operation made it in the backward pass, false where in the forward pass.</summary>
    public bool IsGradient { get; } = isGradient;
}
