namespace LoopNet.Data;

/// <summary>Where MNIST is kept: folders on the web that hold its four files, compressed.</summary>
public static class MnistMirrors
{
    /// <summary>The well-known ones, in the order in which they are tried: two large stores, then the place it first appeared.</summary>
    public static IReadOnlyList<Uri> All { get; } =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        new("https://yann.lecun.com/exdb/mnist/"),
    ];

    /// <summary>Reads the address of a mirror that a person gave; a slash at its end may be left out.</summary>
    /// <param name="text">For example <c>https://example.org/mnist/</c>.</param>
    /// <exception cref="DataException">It is not the address of a folder, or not one that is safe to fetch from.</exception>
    public static Uri Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool isAddress = Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address);
        if (!isAddress || address!.Host.Length == 0)
        {
            throw new DataException($"The mirror '{text}' is no address: give that of a folder, for example https://example.org/mnist/.");
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new DataException($"The mirror on {address.Host} has a user, a ? or a # in its address: give the plain address of a folder.");
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            throw new DataException($"The mirror {address} is not used, since {address.Scheme} is not safe from changes on the way: give an https address.");
        }

        return address.AbsoluteUri.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/");
    }
}
