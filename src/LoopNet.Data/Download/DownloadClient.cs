using System.Net;

namespace LoopNet.Data;

/// <summary>Asks for an address over HTTP, and follows a redirection only where it stays as safe as the address was.</summary>
internal sealed class DownloadClient : IDisposable
{
    private readonly DownloadLimits _limits;
    private readonly HttpClient _client;

    /// <summary>Opens no connection yet.</summary>
    public DownloadClient(DownloadLimits limits)
    {
        _limits = limits;
        SocketsHttpHandler handler = new()
        {
            // Each hop is looked at before it is followed.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            Proxy = new ProxyForOthers(HttpClient.DefaultProxy),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("LoopNet");
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
    }

    /// <summary>Asks for an address and waits for the head of the answer.</summary>
    /// <param name="address">The address, which is safe.</param>
    /// <param name="from">The first byte that is wanted; 0 for all.</param>
    /// <param name="guard">Ends the wait.</param>
    /// <exception cref="MirrorException">There is no answer, or it leads to an address that is not used.</exception>
    public async Task<HttpResponseMessage> GetAsync(Uri address, long from, StallGuard guard)
    {
        for (int hop = 0; hop <= _limits.Redirects; hop++)
        {
            HttpResponseMessage response = await SendAsync(address, from, guard);
            if (!IsRedirection(response.StatusCode))
            {
                return response;
            }

            using (response)
            {
                address = Target(address, response);
            }

            guard.Renew();
        }

        throw new MirrorException($"sent the request elsewhere more than {_limits.Redirects} times");
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri address, long from, StallGuard guard)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        if (from > 0)
        {
            request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(from, null);
        }

        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, guard.Token);
        }
        catch (OperationCanceledException exception) when (guard.IsStalled)
        {
            throw new MirrorException($"did not answer within {_limits.Stall.TotalSeconds:0.###} s", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new MirrorException($"cannot be reached ({exception.GetBaseException().Message.TrimEnd('.')})", exception);
        }
    }

    private static bool IsRedirection(HttpStatusCode status)
    {
        return status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
    }

    private static Uri Target(Uri address, HttpResponseMessage response)
    {
        Uri? location = response.Headers.Location;
        if (location is null)
        {
            throw new MirrorException($"answered {(int)response.StatusCode} ({response.StatusCode}) without saying where to go");
        }

        Uri target = location.IsAbsoluteUri ? location : new Uri(address, location);
        if (target.Scheme != address.Scheme || SecureAddress.Objection(target) is not null)
        {
            throw new MirrorException($"sent the request on from {address.Scheme} to {target.AbsoluteUri}, where it is not followed");
        }

        return target;
    }

    /// <summary>The proxy of the surroundings, which has no part in what stays on this machine.</summary>
    private sealed class ProxyForOthers(IWebProxy proxy) : IWebProxy
    {
        public ICredentials? Credentials { get => proxy.Credentials; set => proxy.Credentials = value; }

        public Uri? GetProxy(Uri destination) => proxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => SecureAddress.IsThisMachine(host) || proxy.IsBypassed(host);
    }
}
